package dev.tenon.fallback;

import java.util.Locale;

/** Reads an {@code Accept} header (RFC 9110, section 12.5.1). */
final class Accept {
    private Accept() {}

    /**
     * Returns whether a page is what the client would rather have: it accepts HTML, and nothing that programs read with more weight. An absent
     * or empty header accepts everything.
     */
    static boolean prefersHtml(String header) {
        if (header == null || header.isBlank()) {
            return true;
        }
        double html = quality(header, "text", "html");
        return html > 0 && html >= quality(header, "application", "json") && !namesFirst(header, "application/json");
    }

    /** A client that lists JSON before everything else of the same weight means it. */
    private static boolean namesFirst(String header, String type) {
        return header.strip().toLowerCase(Locale.ROOT).startsWith(type);
    }

    /** The weight of the most specific range that matches; 0 when none does. */
    private static double quality(String header, String type, String subtype) {
        double quality = 0;
        int specificity = 0;
        for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            int match = specificity(parts[0].strip(), type, subtype);
            if (match > specificity) {
                specificity = match;
                quality = weight(parts);
            }
        }
        return quality;
    }

    private static int specificity(String range, String type, String subtype) {
        if (range.equals(type + "/" + subtype)) {
            return 3;
        }
        if (range.equals(type + "/*")) {
            return 2;
        }
        return range.equals("*/*") ? 1 : 0;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2).strip());
            }
        }
        return 1;
    }

    private static double number(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
