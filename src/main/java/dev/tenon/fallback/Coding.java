package dev.tenon.fallback;

import dev.tenon.kernel.web.AcceptEncoding;
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
        return there.stream()
                .filter(coding -> AcceptEncoding.allows(accepted, coding.token))
                .findFirst();
    }
}
