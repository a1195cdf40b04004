package dev.tenon.upload;

import dev.tenon.kernel.FileType;
import java.util.Optional;

/** Tells the kind of a file by its first bytes, where Tenon's own signatures do not. Thread-safe. */
@FunctionalInterface
public interface TypeDetector {
    /** Knows nothing more. */
    TypeDetector NONE = head -> Optional.empty();

    /**
     * Returns what the file is; empty when that is not known, and for plain text.
     *
     * @param head its first bytes: {@link FileType#HEAD}, or all where it has fewer
     */
    Optional<FileType> detect(byte[] head);
}
