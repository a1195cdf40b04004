package dev.tenon.upload;

/** Immutable. */
public final class UploadOptions {
    private UploadOptions() {}

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        Builder() {}

        /** Returns the options. */
        public UploadOptions build() {
            return new UploadOptions();
        }
    }
}
