package dev.tenon.realtime.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a URL, read from its text: asking the container for them could consume the body of a POST. */
public final class Query {
    private Query() {}

    /**
     * Returns the decoded parameters in their order, with all their values.
     *
     * @param query null when the URL has none
     */
    public static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                add(parameters, pair);
            }
        }
        return parameters;
    }

    /** Returns the last value of the parameter; null if it does not come. */
    static String last(Map<String, List<String>> query, String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.get(values.size() - 1);
    }

    /** Returns the same of a query that is not parsed, because most requests need no more of it. */
    static String last(String query, String name) {
        int end = query == null ? -1 : query.length();
        while (end >= 0) {
            int start = query.lastIndexOf('&', end - 1) + 1;
            int equals = query.indexOf('=', start);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            if (decode(query.substring(start, nameEnd)).equals(name)) {
                return nameEnd == end ? "" : decode(query.substring(nameEnd + 1, end));
            }
            end = start - 1;
        }
        return null;
    }

    private static void add(Map<String, List<String>> parameters, String pair) {
        if (!pair.isEmpty()) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decode(name), key -> new ArrayList<>(1)).add(decode(value));
        }
    }

    /** A percent sign that begins no escape stands for itself, as in browsers. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text; // nearly always
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
