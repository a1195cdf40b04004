package dev.tenon.upload;

/**
 * How much an upload may bring; multer's names. Each number is the most that is allowed, 0 allows nothing of the kind, and none may be
 * negative. Unlike multer's, the defaults are bounded, fit for a form that anybody may send. Immutable.
 */
public final class UploadLimits {
    static final UploadLimits DEFAULT = new Builder().build();

    private final long fileSize;
    private final int files;
    private final int fields;
    private final int fieldSize;
    private final int fieldNameSize;
    private final int parts;
    private final int headerPairs;
    private final int fieldNestingDepth;
    private final int fieldArrayIndexLimit;
    private final long imagePixels;
    private final int archiveEntries;
    private final long archiveSize;
    private final int archiveRatio;
    private final long sessionQuota;

    private UploadLimits(Builder builder) {
        fileSize = builder.fileSize;
        files = builder.files;
        fields = builder.fields;
        fieldSize = builder.fieldSize;
        fieldNameSize = builder.fieldNameSize;
        parts = builder.parts;
        headerPairs = builder.headerPairs;
        fieldNestingDepth = builder.fieldNestingDepth;
        fieldArrayIndexLimit = builder.fieldArrayIndexLimit;
        imagePixels = builder.imagePixels;
        archiveEntries = builder.archiveEntries;
        archiveSize = builder.archiveSize;
        archiveRatio = builder.archiveRatio;
        sessionQuota = builder.sessionQuota;
    }

    /** Returns the bytes that each file may have; 10 MiB by default. */
    public long fileSize() {
        return fileSize;
    }

    /** Returns how many files a form may have; 10 by default. */
    public int files() {
        return files;
    }

    /** Returns how many text fields a form may have; 100 by default. */
    public int fields() {
        return fields;
    }

    /** Returns the bytes that the text of each field may have; 100 KiB by default. */
    public int fieldSize() {
        return fieldSize;
    }

    /** Returns the bytes in UTF-8 that each field name may have; 100 by default. */
    public int fieldNameSize() {
        return fieldNameSize;
    }

    /** Returns how many parts a form may have: fields, files, and inputs in which no file was chosen; 1,000 by default. */
    public int parts() {
        return parts;
    }

    /** Returns how many headers each part may have; 16 by default. */
    public int headerPairs() {
        return headerPairs;
    }

    /** Returns how many brackets a field name may have; 10 by default. */
    public int fieldNestingDepth() {
        return fieldNestingDepth;
    }

    /** Returns how high a number in brackets may be; 100 by default. */
    public int fieldArrayIndexLimit() {
        return fieldArrayIndexLimit;
    }

    /** Returns how many pixels a picture may say it has; 100 million by default. */
    public long imagePixels() {
        return imagePixels;
    }

    /** Returns how many files an archive may say it has; 10,000 by default. */
    public int archiveEntries() {
        return archiveEntries;
    }

    /** Returns the bytes that an archive may say it unpacks to; 1 GiB by default. */
    public long archiveSize() {
        return archiveSize;
    }

    /** Returns how many times its own size an archive may say it unpacks to; 100 by default. */
    public int archiveRatio() {
        return archiveRatio;
    }

    /** Returns the bytes that all files of one session may have; {@link Long#MAX_VALUE}, the default, for no such limit. */
    public long sessionQuota() {
        return sessionQuota;
    }

    Builder toBuilder() {
        return new Builder()
                .fileSize(fileSize)
                .files(files)
                .fields(fields)
                .fieldSize(fieldSize)
                .fieldNameSize(fieldNameSize)
                .parts(parts)
                .headerPairs(headerPairs)
                .fieldNestingDepth(fieldNestingDepth)
                .fieldArrayIndexLimit(fieldArrayIndexLimit)
                .imagePixels(imagePixels)
                .archiveEntries(archiveEntries)
                .archiveSize(archiveSize)
                .archiveRatio(archiveRatio)
                .sessionQuota(sessionQuota);
    }

    /** Collects limits. Not thread-safe. */
    public static final class Builder {
        private long fileSize = 10 << 20;
        private int files = 10;
        private int fields = 100;
        private int fieldSize = 100 << 10;
        private int fieldNameSize = 100;
        private int parts = 1000;
        private int headerPairs = 16;
        private int fieldNestingDepth = 10;
        private int fieldArrayIndexLimit = 100;
        private long imagePixels = 100_000_000;
        private int archiveEntries = 10_000;
        private long archiveSize = 1 << 30;
        private int archiveRatio = 100;
        private long sessionQuota = Long.MAX_VALUE;

        Builder() {}

        /**
         * Sets the bytes that each file may have.
         *
         * @param bytes {@link Long#MAX_VALUE} for as many as the disk takes
         * @throws IllegalArgumentException if negative
         */
        public Builder fileSize(long bytes) {
            fileSize = checked("fileSize", bytes);
            return this;
        }

        /**
         * Sets how many files a form may have.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder files(int count) {
            files = (int) checked("files", count);
            return this;
        }

        /**
         * Sets how many text fields a form may have.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder fields(int count) {
            fields = (int) checked("fields", count);
            return this;
        }

        /**
         * Sets the bytes that the text of each field may have. Texts are kept in memory, so a form may take {@code fields} times as much.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder fieldSize(int bytes) {
            fieldSize = (int) checked("fieldSize", bytes);
            return this;
        }

        /**
         * Sets the bytes in UTF-8 that each field name may have.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder fieldNameSize(int bytes) {
            fieldNameSize = (int) checked("fieldNameSize", bytes);
            return this;
        }

        /**
         * Sets how many parts a form may have, of whatever kind.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder parts(int count) {
            parts = (int) checked("parts", count);
            return this;
        }

        /**
         * Sets how many headers each part may have.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder headerPairs(int count) {
            headerPairs = (int) checked("headerPairs", count);
            return this;
        }

        /**
         * Sets how many brackets a field name such as {@code a[b][0]} may have.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder fieldNestingDepth(int count) {
            fieldNestingDepth = (int) checked("fieldNestingDepth", count);
            return this;
        }

        /**
         * Sets how high a number in brackets may be: the list in {@link UploadForm#body()} is as long.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder fieldArrayIndexLimit(int index) {
            fieldArrayIndexLimit = (int) checked("fieldArrayIndexLimit", index);
            return this;
        }

        /**
         * Sets how many pixels a picture may say it has, by the headers of PNG, JPEG, GIF, WebP, BMP, TIFF, AVIF and HEIF: whoever decodes it needs
         * about four bytes for each.
         *
         * @param count {@link Long#MAX_VALUE} for any number
         * @throws IllegalArgumentException if negative
         */
        public Builder imagePixels(long count) {
            imagePixels = checked("imagePixels", count);
            return this;
        }

        /**
         * Sets how many files a ZIP archive, or a document that is one, may say it has.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder archiveEntries(int count) {
            archiveEntries = (int) checked("archiveEntries", count);
            return this;
        }

        /**
         * Sets the bytes that a ZIP or gzip archive may say it unpacks to. What it says may be a lie: who unpacks it counts, too.
         *
         * @param bytes {@link Long#MAX_VALUE} for any number
         * @throws IllegalArgumentException if negative
         */
        public Builder archiveSize(long bytes) {
            archiveSize = checked("archiveSize", bytes);
            return this;
        }

        /**
         * Sets how many times its own size a ZIP or gzip archive may say it unpacks to. One that unpacks to 1 MiB or less passes.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder archiveRatio(int times) {
            archiveRatio = (int) checked("archiveRatio", times);
            return this;
        }

        /**
         * Sets the bytes that all files of one session may have, as long as it lasts; those deleted through Tenon no longer count. A request without
         * a session then begins one. Each server counts for itself.
         *
         * @param bytes {@link Long#MAX_VALUE} for no such limit
         * @throws IllegalArgumentException if negative
         */
        public Builder sessionQuota(long bytes) {
            sessionQuota = checked("sessionQuota", bytes);
            return this;
        }

        UploadLimits build() {
            return new UploadLimits(this);
        }

        static long checked(String name, long value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " is " + value + ": it must be 0 or more");
            }
            return value;
        }
    }
}
