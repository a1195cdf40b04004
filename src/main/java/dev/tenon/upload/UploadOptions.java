package dev.tenon.upload;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** Where uploaded files go, and how much may come. Immutable. */
public final class UploadOptions {
    private static final UploadOptions DEFAULT = builder().build();

    private final UploadStorage storage;
    private final UploadLimits limits;

    private UploadOptions(Builder builder) {
        storage = builder.storage;
        limits = builder.limits.build();
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder(null, new UploadLimits.Builder());
    }

    /**
     * Returns the options of the application: what its keys {@code tenon.upload.*} and its {@code TenonConfigurer} say, or else the defaults.
     *
     * @param context the application's own
     */
    public static UploadOptions of(ServletContext context) {
        Object published = context.getAttribute(UploadOptions.class.getName());
        return published == null ? DEFAULT : (UploadOptions) published;
    }

    /** Returns a builder that starts from these options. */
    public Builder toBuilder() {
        return new Builder(storage, limits.toBuilder());
    }

    /** Returns how much may come. */
    public UploadLimits limits() {
        return limits;
    }

    /** Returns the storage that was set, or else the folder that every server must give an application (Jakarta Servlet 6.0, section 4.8.1). */
    UploadStorage storage(ServletContext context) {
        return storage == null ? UploadStorage.disk(temporaryFolder(context)) : storage;
    }

    private static Path temporaryFolder(ServletContext context) {
        Object folder = context.getAttribute(ServletContext.TEMPDIR);
        if (folder == null) {
            throw new IllegalStateException("The server has no temporary folder: set tenon.upload.destination");
        }
        return Path.of(folder.toString(), "tenon-upload");
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private UploadStorage storage;
        private final UploadLimits.Builder limits;

        private Builder(UploadStorage storage, UploadLimits.Builder limits) {
            this.storage = storage;
            this.limits = limits;
        }

        /**
         * Sets the folder for the files. It is made when the first file comes. Without it, files go to {@code tenon-upload} below the
         * temporary folder of the application ({@code jakarta.servlet.context.tempdir}), which servers may clear when the application stops.
         */
        public Builder destination(Path folder) {
            return storage(UploadStorage.disk(folder));
        }

        /** Sets a storage of the application's own, in place of a folder. */
        public Builder storage(UploadStorage storage) {
            this.storage = Objects.requireNonNull(storage, "storage");
            return this;
        }

        /** Changes how much may come. */
        public Builder limits(Consumer<UploadLimits.Builder> change) {
            change.accept(limits);
            return this;
        }

        /** Returns the options. */
        public UploadOptions build() {
            return new UploadOptions(this);
        }
    }
}
