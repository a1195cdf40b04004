package dev.tenon.fallback;

import java.util.List;

/** Reads an {@code Accept} header (RFC 9110, section 12.5.1), once and without a copy: it is read for every deep link. */
final class Accept {
    private static final String BROWSER = "text/html";
    private static final List<String> JSON = List.of("application/json", "*/*");

    private Accept() {}

    /**
     * Returns whether a page is what the client would rather have: it accepts one of the types, and nothing that programs read with more
     * weight. An absent or empty header accepts everything.
     *
     * @param types media types; without <code>*&#47;*</code> among them, who accepts anything is not taken to ask for a page
     */
    static boolean prefersHtml(String header, List<String> types) {
        if (header == null || header.isBlank()) {
            return types.contains("*/*");
        }
        if (isBrowser(header) && types.contains(BROWSER)) {
            return true;
        }
        double html = quality(header, types);
        return html > 0 && !namesFirst(header, "application/json") && html >= quality(header, JSON);
    }

    /** Returns whether the client asks for JSON by name, be it {@code application/json} or a type that ends in {@code +json}. */
    static boolean namesJson(String header) {
        if (header == null) {
            return false;
        }
        for (int start = 0; start < header.length(); start = end(header, start) + 1) {
            int end = end(header, start);
            int stop = stop(header, start, end);
            if ((endsWith(header, stop, "/json") || endsWith(header, stop, "+json")) && weight(header, stop, end) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Nothing outweighs what comes first with full weight, as it does from every browser. */
    private static boolean isBrowser(String header) {
        return header.startsWith(BROWSER)
                && (header.length() == BROWSER.length() || header.charAt(BROWSER.length()) == ',');
    }

    /** A client that lists JSON before everything else of the same weight means it. */
    private static boolean namesFirst(String header, String type) {
        return header.regionMatches(true, begin(header, 0, header.length()), type, 0, type.length());
    }

    /** The best weight that one of the types has by the most specific range that matches it; 0 when none does. */
    private static double quality(String header, List<String> types) {
        double best = 0;
        boolean any = types.contains("*/*");
        for (String type : types) {
            best = Math.max(best, type.equals("*/*") ? 0 : quality(header, type, any));
        }
        return best;
    }

    private static double quality(String header, String type, boolean any) {
        double quality = 0;
        int specificity = 0;
        for (int start = 0; start < header.length(); start = end(header, start) + 1) {
            int end = end(header, start);
            int stop = stop(header, start, end);
            int match = specificity(header, begin(header, start, end), stop, type, any);
            if (match > specificity) {
                specificity = match;
                quality = weight(header, stop, end);
            }
        }
        return quality;
    }

    private static int specificity(String header, int begin, int stop, String type, boolean any) {
        int length = stop - begin;
        if (length == type.length() && header.regionMatches(true, begin, type, 0, length)) {
            return 3;
        }
        int slash = type.indexOf('/') + 1;
        if (length == slash + 1
                && header.charAt(stop - 1) == '*'
                && header.regionMatches(true, begin, type, 0, slash)) {
            return 2;
        }
        return any && length == 3 && header.startsWith("*/*", begin) ? 1 : 0;
    }

    /** The weight among the parameters between the two places. */
    private static double weight(String header, int from, int end) {
        for (int at = header.indexOf(';', from); at >= 0 && at < end; at = header.indexOf(';', at + 1)) {
            int name = begin(header, at + 1, end);
            if (header.regionMatches(true, name, "q=", 0, 2)) {
                int semicolon = header.indexOf(';', name);
                return number(header.substring(name + 2, semicolon < 0 || semicolon > end ? end : semicolon)
                        .strip());
            }
        }
        return 1;
    }

    private static double number(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
    }

    /** Where the range that starts here ends. */
    private static int end(String header, int start) {
        int comma = header.indexOf(',', start);
        return comma < 0 ? header.length() : comma;
    }

    /** Where its media type begins. */
    private static int begin(String header, int start, int end) {
        int begin = start;
        while (begin < end && Character.isWhitespace(header.charAt(begin))) {
            begin++;
        }
        return begin;
    }

    /** Where its media type stops. */
    private static int stop(String header, int start, int end) {
        int semicolon = header.indexOf(';', start);
        int stop = semicolon < 0 || semicolon > end ? end : semicolon;
        while (stop > start && Character.isWhitespace(header.charAt(stop - 1))) {
            stop--;
        }
        return stop;
    }

    private static boolean endsWith(String header, int stop, String end) {
        return header.regionMatches(true, stop - end.length(), end, 0, end.length());
    }
}
