package dev.tenon.upload;

/**
 * A form field that may bring files, for {@link Upload#fields}: how many, and unlike multer, limits of its own. Immutable: each method returns
 * another one.
 */
public final class UploadField {
    private final String name;
    private final int maxCount;
    private final long fileSize; // -1: that of the limits
    private final AllowedFiles allowed; // null: that of the options

    private UploadField(String name, int maxCount, long fileSize, AllowedFiles allowed) {
        this.name = name;
        this.maxCount = maxCount;
        this.fileSize = fileSize;
        this.allowed = allowed;
    }

    /**
     * Returns a field that brings at most so many files.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static UploadField of(String name, int maxCount) {
        return new UploadField(name, (int) UploadLimits.Builder.checked("maxCount", maxCount), -1, null);
    }

    /**
     * Returns this field with a limit of its own to the bytes of each file, in place of {@link UploadLimits#fileSize()}.
     *
     * @throws IllegalArgumentException if negative
     */
    public UploadField fileSize(long bytes) {
        return new UploadField(name, maxCount, UploadLimits.Builder.checked("fileSize", bytes), allowed);
    }

    /**
     * Returns this field with extensions of its own, in place of {@link UploadOptions.Builder#extensions}; none at all allows every file.
     *
     * @throws IllegalArgumentException if one is no extension
     */
    public UploadField extensions(String... extensions) {
        return new UploadField(name, maxCount, fileSize, AllowedFiles.of(extensions));
    }

    String name() {
        return name;
    }

    int maxCount() {
        return maxCount;
    }

    long fileSizeOr(long other) {
        return fileSize < 0 ? other : fileSize;
    }

    AllowedFiles allowedOr(AllowedFiles other) {
        return allowed == null ? other : allowed;
    }
}
