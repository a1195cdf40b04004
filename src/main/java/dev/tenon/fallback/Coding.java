package dev.tenon.fallback;

import java.util.Optional;
import java.util.Set;

/** The codings in which a build leaves files beside the files themselves, the denser first. */
enum Coding {
    BR("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String extension;

    Coding(String token, String extension) {
        this.token = token;
        this.extension = extension;
    }

    /** Returns its name in HTTP. */
    String token() {
        return token;
    }

    /** Returns what the file is called. */
    String extension() {
        return extension;
    }

    /** Returns the densest of those that there are and that the client accepts (RFC 9110, section 12.5.3); empty if it gets the file as it is. */
    static Optional<Coding> best(Set<Coding> there, String accepted) {
        return accepted == null
                ? Optional.empty()
                : there.stream().filter(coding -> coding.isIn(accepted)).findFirst();
    }

    private boolean isIn(String header) {
        String any = null;
        for (String range : header.split(",", -1)) {
            String[] parts = range.split(";", 2);
            String name = parts[0].strip();
            if (name.equalsIgnoreCase(token)) {
                return isWanted(parts);
            }
            any = name.equals("*") ? range : any;
        }
        return any != null && isWanted(any.split(";", 2));
    }

    private static boolean isWanted(String... range) {
        return range.length == 1 || !range[1].strip().matches("(?i)q=0(?:\\.0*)?");
    }
}
