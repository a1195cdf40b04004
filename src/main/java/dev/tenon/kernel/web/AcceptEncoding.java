package dev.tenon.kernel.web;

/** Reads {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
public final class AcceptEncoding {
    private AcceptEncoding() {}

    /**
     * Returns whether the client takes a coding, by its name or by {@code *}.
     *
     * @param header null for none: then it takes what it does not ask for only as it is
     */
    public static boolean allows(String header, String coding) {
        String any = null;
        for (String range : header == null ? new String[0] : header.split(",", -1)) {
            String name = range.split(";", 2)[0].strip();
            if (name.equalsIgnoreCase(coding)) {
                return isWanted(range);
            }
            any = name.equals("*") ? range : any;
        }
        return any != null && isWanted(any);
    }

    private static boolean isWanted(String range) {
        String[] parts = range.split(";", 2);
        return parts.length == 1 || !parts[1].strip().matches("(?i)q=0(?:\\.0*)?");
    }
}
