package dev.tenon.validation;

import java.util.Collection;
import java.util.List;

/** Steps for files that came with a form. They read no more of a file than its head. */
abstract class FieldFiles extends FieldTexts {
    FieldFiles(Check check, Source source, String name, List<Object> path, Object found) {
        super(check, source, name, path, found);
    }

    /** Refuses what is no file that came with the form, or no list of such files. */
    public final Field isFile() {
        return step(Files.IS_FILE, null);
    }

    /** Refuses what is no file that came with the form, or no list of such files. */
    public final Field isFile(String tip) {
        return step(Files.IS_FILE, tipped(tip));
    }

    /**
     * Refuses fewer or more files of this name.
     *
     * @param min the least number, 0 or more
     * @param max the greatest number, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isFileCount(int min, int max) {
        return step(Bounds.of("files", min, max, Files::count), null);
    }

    /**
     * Refuses fewer or more files of this name.
     *
     * @param min the least number, 0 or more
     * @param max the greatest number, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isFileCount(int min, int max, String tip) {
        return step(Bounds.of("files", min, max, Files::count), tipped(tip));
    }

    /**
     * Refuses a file of fewer or more bytes; each one, where there are several.
     *
     * @param min the least number of bytes, 0 or more; 1 refuses empty files
     * @param max the greatest number, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isFileSize(long min, long max) {
        return step(new Files.Size(Bounds.of("fileSize", min, max, Files::size)), null);
    }

    /**
     * Refuses a file of fewer or more bytes; each one, where there are several.
     *
     * @param min the least number of bytes, 0 or more; 1 refuses empty files
     * @param max the greatest number, not below min
     * @throws IllegalArgumentException if the bounds are none
     */
    public final Field isFileSize(long min, long max, String tip) {
        return step(new Files.Size(Bounds.of("fileSize", min, max, Files::size)), tipped(tip));
    }

    /**
     * Refuses a file whose first bytes show none of these types, whatever its name and the client say; each one, where there are several.
     *
     * @param types media types such as {@code image/png}, or {@code image/*}
     */
    public final Field isFileType(Collection<String> types) {
        return step(new Files.Type(types), null);
    }

    /**
     * Refuses a file whose first bytes show none of these types, whatever its name and the client say; each one, where there are several.
     *
     * @param types media types such as {@code image/png}, or {@code image/*}
     */
    public final Field isFileType(Collection<String> types, String tip) {
        return step(new Files.Type(types), tipped(tip));
    }

    /**
     * Refuses what is no PNG, JPEG, GIF, WebP or BMP, or wider or higher, as its header says; no pixel is decoded.
     *
     * @param width the greatest width in pixels, 1 or more
     * @param height the greatest height in pixels, 1 or more
     */
    public final Field isImageAtMost(int width, int height) {
        return step(new Files.Dimensions("imageSize", width, height), null);
    }

    /**
     * Refuses what is no PNG, JPEG, GIF, WebP or BMP, or wider or higher, as its header says; no pixel is decoded.
     *
     * @param width the greatest width in pixels, 1 or more
     * @param height the greatest height in pixels, 1 or more
     */
    public final Field isImageAtMost(int width, int height, String tip) {
        return step(new Files.Dimensions("imageSize", width, height), tipped(tip));
    }

    /**
     * Refuses what is no PNG, JPEG, GIF, WebP or BMP, or narrower or lower, as its header says.
     *
     * @param width the least width in pixels
     * @param height the least height in pixels
     */
    public final Field isImageAtLeast(int width, int height) {
        return step(new Files.Dimensions("imageMin", width, height), null);
    }

    /**
     * Refuses what is no PNG, JPEG, GIF, WebP or BMP, or narrower or lower, as its header says.
     *
     * @param width the least width in pixels
     * @param height the least height in pixels
     */
    public final Field isImageAtLeast(int width, int height, String tip) {
        return step(new Files.Dimensions("imageMin", width, height), tipped(tip));
    }
}
