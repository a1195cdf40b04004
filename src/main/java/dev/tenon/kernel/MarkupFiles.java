package dev.tenon.kernel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that a browser or a server would run or render: told by how it begins, after a byte order mark, blanks, comments and declarations. */
final class MarkupFiles {
    static final FileType SVG = FileType.of("image/svg+xml", "svg");
    private static final FileType HTML = FileType.of("text/html", "html htm xhtml");
    private static final FileType XML =
            FileType.of("application/xml", "xml xsd xsl xslt wsdl rss atom gpx kml plist xhtml svg dtd");
    private static final FileType PHP = FileType.of("application/x-php", "php");
    private static final FileType JSP = FileType.of("application/x-jsp", "jsp jspx jspf tag");
    private static final FileType SCRIPT = FileType.of("text/x-shellscript", "sh bash zsh py pl rb js mjs");

    /** What may stand before the first element. Possessive: a head full of openings costs no second look. */
    private static final Pattern PROLOG = Pattern.compile(
            "(?:\\s++|<\\?xml[^>]*+>|<!--.*?-->|<!doctype[^>\\[]*+(?:\\[[^\\]]*+\\]\\s*+)?>)", Pattern.DOTALL);

    private static final Pattern HTML_ELEMENT = Pattern.compile(
            "<(?:html|head|body|script|iframe|title|style|table|div|h1|br|img|a|p|b|meta|link)[\\s/>].*",
            Pattern.DOTALL);

    private static final Pattern SVG_ELEMENT = Pattern.compile("<(?:[a-z][\\w.-]*:)?svg[\\s/>].*", Pattern.DOTALL);

    private MarkupFiles() {}

    static Optional<FileType> of(byte[] head) {
        return mayBeText(head) ? ofText(head) : Optional.empty();
    }

    /** Decoding costs more than all signatures together: only what may begin with blanks and {@code <}, or with {@code #}, is worth it. */
    private static boolean mayBeText(byte[] head) {
        int i = 0;
        while (i < head.length && Character.isWhitespace(head[i])) {
            i++;
        }
        return i < head.length && (head[i] == '<' || head[i] == '#' || mayBeMarkOrBlank(head[i] & 255));
    }

    /** The first bytes of byte order marks, and of blanks that are not ASCII. */
    private static boolean mayBeMarkOrBlank(int b) {
        return b >= 0xE1 && (b <= 0xE3 || b == 0xEF || b >= 0xFE);
    }

    private static Optional<FileType> ofText(byte[] head) {
        String text = decoded(head).toLowerCase(Locale.ROOT);
        if (text.startsWith("#!")) {
            return Optional.of(SCRIPT);
        }
        String first = text.stripLeading();
        if (first.startsWith("<?php") || first.startsWith("<?=")) {
            return Optional.of(PHP);
        }
        if (first.startsWith("<%")) {
            return Optional.of(JSP);
        }
        return first.startsWith("<") ? markup(first) : Optional.empty();
    }

    private static Optional<FileType> markup(String text) {
        String root = text.substring(endOfProlog(text));
        if (SVG_ELEMENT.matcher(root).matches()) {
            return Optional.of(SVG);
        }
        if (text.contains("<!doctype html") || HTML_ELEMENT.matcher(root).matches()) {
            return Optional.of(HTML);
        }
        return text.startsWith("<?xml") ? Optional.of(XML) : Optional.empty();
    }

    private static int endOfProlog(String text) {
        Matcher prolog = PROLOG.matcher(text);
        int end = 0;
        while (end < text.length() && prolog.region(end, text.length()).lookingAt()) {
            end = prolog.end();
        }
        return end;
    }

    private static String decoded(byte[] head) {
        String text = new String(head, charset(head));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] head) {
        boolean utf16 = head.length > 1
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
