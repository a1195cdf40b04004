package dev.tenon.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header with parameters, such as {@code form-data; name="a"} (RFC 2045, section 5.1; RFC 9110, section 5.6.6). In a quoted text a
 * backslash escapes a quote or a backslash only, so that a path of Windows stays one. A parameter that comes twice is refused: parsers
 * would disagree which one counts.
 */
final class HeaderValue {
    private final String text;
    private final String value;
    private final Map<String, String> parameters = new HashMap<>(4);
    private int at;

    private HeaderValue(String text) {
        this.text = text;
        this.value = upToSemicolon().toLowerCase(Locale.ROOT);
    }

    /** @throws UploadException if the text is malformed */
    static HeaderValue parse(String text) {
        HeaderValue header = new HeaderValue(text);
        while (header.at < text.length()) {
            header.at++; // the semicolon
            header.readParameter();
        }
        return header;
    }

    /** Returns what stands before the first parameter, in lower case. */
    String value() {
        return value;
    }

    /** Returns the parameter, or null. */
    String parameter(String name) {
        return parameters.get(name);
    }

    private void readParameter() {
        skipBlanks();
        if (at == text.length() || text.charAt(at) == ';') {
            return;
        }
        int equals = text.indexOf('=', at);
        if (equals < 0) {
            throw malformed();
        }
        String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
        at = equals + 1;
        skipBlanks();
        String read = at < text.length() && text.charAt(at) == '"' ? quoted() : upToSemicolon();
        if (name.isEmpty() || name.indexOf(';') >= 0 || parameters.putIfAbsent(name, read) != null) {
            throw malformed();
        }
    }

    private String upToSemicolon() {
        int from = at;
        int semicolon = text.indexOf(';', at);
        at = semicolon < 0 ? text.length() : semicolon;
        return text.substring(from, at).strip();
    }

    private String quoted() {
        StringBuilder read = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && isEscaped(at + 1)) {
                at++;
            }
            read.append(text.charAt(at));
        }
        if (at == text.length()) {
            throw malformed();
        }
        at++; // the closing quote
        skipBlanks();
        if (at < text.length() && text.charAt(at) != ';') {
            throw malformed();
        }
        return read.toString();
    }

    private boolean isEscaped(int index) {
        return index < text.length() && (text.charAt(index) == '"' || text.charAt(index) == '\\');
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private static UploadException malformed() {
        return UploadException.malformed("A header has parameters that cannot be read.");
    }
}
