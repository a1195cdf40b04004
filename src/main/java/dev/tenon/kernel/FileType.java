package dev.tenon.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of file, as its first bytes show it. Whoever made the file chose those bytes: they tell a mistake or a disguise, they prove nothing.
 * Immutable.
 *
 * @param mediaType the registered media type, or the one that browsers use
 * @param extensions the usual ones in lower case, without a dot; the first is the most usual
 */
public record FileType(String mediaType, List<String> extensions) {
    /** How many of the first bytes are worth looking at. */
    public static final int HEAD = 4096;

    /** Returns the type with a copy of its list. */
    public FileType {
        extensions = List.copyOf(extensions);
    }

    static FileType of(String mediaType, String extensions) {
        return new FileType(mediaType, List.of(extensions.split(" ")));
    }

    /**
     * Returns what a file that begins so is; empty when the bytes belong to no known signature, as those of plain text, JSON and CSV do not.
     *
     * @param head the first bytes, {@value #HEAD} or fewer where the file is shorter; more are not looked at
     */
    public static Optional<FileType> sniff(byte[] head) {
        return FileSignatures.of(head);
    }

    /** Returns whether a file of this name may be of this type: it has one of the extensions, in whatever letter case. */
    public boolean hasExtensionOf(String filename) {
        return extensions.contains(extension(filename));
    }

    /** Returns whether files with the extension of this name have a signature that is known, so that one without it is something else. */
    public static boolean hasSignature(String filename) {
        return FileSignatures.hasExtension(extension(filename));
    }

    /** Returns what follows the last dot, in lower case; empty when there is none, and when the dot is the first character. */
    public static String extension(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 1 ? "" : filename.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
