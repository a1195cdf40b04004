package dev.tenon.upload;

import dev.tenon.kernel.FileType;
import dev.tenon.kernel.web.TemporaryFolder;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where uploaded files go, which may come, and how much; named as in multer where it has the option. Immutable. */
public final class UploadOptions {
    private static final UploadOptions DEFAULT = builder().build();

    private final UploadStorage storage; // null: the default folder
    private final Path destination; // null: the default folder, or another storage
    private final UploadLimits limits;
    private final FileFilter fileFilter;
    private final AllowedFiles allowed;
    private final boolean sha256;
    private final boolean preservePath;
    private final Charset defParamCharset;
    private final FileScanner scanner;
    private final ProgressListener progress; // null: nobody listens
    private final TypeDetector detector;

    private UploadOptions(Builder builder) {
        storage = builder.storage;
        destination = builder.destination;
        limits = builder.limits.build();
        fileFilter = builder.fileFilter;
        allowed = builder.allowed;
        sha256 = builder.sha256;
        preservePath = builder.preservePath;
        defParamCharset = builder.defParamCharset;
        scanner = builder.scanner;
        progress = builder.progress;
        detector = builder.detector;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder(new UploadLimits.Builder());
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
        Builder builder = new Builder(limits.toBuilder());
        builder.storage = storage;
        builder.destination = destination;
        builder.fileFilter = fileFilter;
        builder.allowed = allowed;
        builder.sha256 = sha256;
        builder.preservePath = preservePath;
        builder.defParamCharset = defParamCharset;
        builder.scanner = scanner;
        builder.progress = progress;
        builder.detector = detector;
        return builder;
    }

    /** Returns how much may come. */
    public UploadLimits limits() {
        return limits;
    }

    /** Returns the extensions that file names may have, in lower case; empty, the default, for all. */
    public Set<String> extensions() {
        return Collections.unmodifiableSet(allowed.extensions());
    }

    /** Returns what decides about each file; by default it accepts every one. */
    public FileFilter fileFilter() {
        return fileFilter;
    }

    /** Returns whether the digest of each file is made; false by default. */
    public boolean sha256() {
        return sha256;
    }

    /** Returns whether {@link UploadedFile#originalname()} keeps the folders that the client sent; false by default. */
    public boolean preservePath() {
        return preservePath;
    }

    /** Returns the charset of names in headers; UTF-8 by default. */
    public Charset defParamCharset() {
        return defParamCharset;
    }

    /**
     * Judges a file that comes by another way than a form, before its bytes come.
     *
     * @return what the {@link #fileFilter()} says
     * @throws UploadException if its extension is not allowed, or the filter refuses it
     * @throws IOException if the filter fails so
     */
    public boolean accepts(HttpServletRequest request, IncomingFile file) throws IOException {
        return accepts(request, file, allowed);
    }

    /** What the filter passes over need not have an allowed name. */
    boolean accepts(HttpServletRequest request, IncomingFile file, AllowedFiles names) throws IOException {
        boolean accepted = fileFilter.accept(request, file);
        if (accepted) {
            names.checkName(file);
        }
        return accepted;
    }

    /**
     * Judges the content of such a file by its first bytes.
     *
     * @param head {@link FileType#HEAD} bytes, or all where the file has fewer
     * @throws UploadException if it is not what its extension says, and extensions are listed
     */
    public void checkContent(IncomingFile file, byte[] head) {
        allowed.checkContent(file, typeOf(head));
    }

    /**
     * Brings such a file into the storage, once all of it has come.
     *
     * @param path where it lies; it is gone from there afterwards
     * @param share what it has taken of the quota of its session
     * @throws UploadException if it is not what its extension says, and extensions are listed; if it is too large when unpacked; or if the scanner
     *     refuses it. It then lies where it was
     */
    public UploadedFile adopt(IncomingFile file, Path path, ServletContext context, QuotaShare share)
            throws IOException {
        FileWitness witness = new FileWitness(allowed, file, this, share);
        try (InputStream content = Files.newInputStream(path)) {
            witness.seeAll(content);
        }
        StoredFile received = UploadStorage.stored(path);
        scan(file, received, witness.head());
        StoredFile stored = storage(context).adopt(file, path);
        return new UploadedFile(PartHeaders.of(file), file, stored, witness);
    }

    /** Returns what such a file may take of the quota of the session with this alias, which has nothing yet; without end where there is none. */
    public QuotaShare quotaShare(ServletContext context, String alias) {
        return Quotas.of(context, alias, limits.sessionQuota());
    }

    /**
     * Returns a body that tells the {@link ProgressListener} how far it has been read; the same one if nobody listens.
     *
     * @param received how many bytes had come before it
     * @param total how many there will be; -1 when that is not known
     */
    public InputStream watched(HttpServletRequest request, InputStream body, long received, long total) {
        return progress == null ? body : new WatchedBody(body, request, progress, received, total);
    }

    /** Looks into a file once it is whole: at what it says it holds, and with what the application has set. */
    void scan(IncomingFile file, StoredFile received, byte... head) throws IOException {
        new ContentLimits(limits).check(file, received, head);
        scanner.scan(file, received);
    }

    Optional<FileType> typeOf(byte[] head) {
        return FileType.sniff(head).or(() -> detector.detect(head));
    }

    AllowedFiles allowed() {
        return allowed;
    }

    /** Returns the storage that was set, or else a folder below the temporary one of the application. */
    UploadStorage storage(ServletContext context) {
        return storage == null ? defaultStorage(context) : storage;
    }

    private static UploadStorage defaultStorage(ServletContext context) {
        UnclaimedSweep.begin(context);
        return UploadStorage.disk(defaultFolder(context));
    }

    /** Returns the folder of the files; empty where another storage keeps them. */
    Optional<Path> folder(ServletContext context) {
        return storage == null ? Optional.of(defaultFolder(context)) : Optional.ofNullable(destination);
    }

    private static Path defaultFolder(ServletContext context) {
        return TemporaryFolder.of(context, "tenon-upload", "tenon.upload.destination");
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private UploadStorage storage;
        private Path destination;
        private final UploadLimits.Builder limits;
        private FileFilter fileFilter = (request, file) -> true;
        private AllowedFiles allowed = AllowedFiles.ALL;
        private boolean sha256;
        private boolean preservePath;
        private Charset defParamCharset = StandardCharsets.UTF_8;
        private FileScanner scanner = FileScanner.NONE;
        private ProgressListener progress;
        private TypeDetector detector = TypeDetector.NONE;

        private Builder(UploadLimits.Builder limits) {
            this.limits = limits;
        }

        /**
         * Sets the folder for the files. It is made when the first file comes. Without it, files go to {@code tenon-upload} below the
         * temporary folder of the application ({@code jakarta.servlet.context.tempdir}), which servers may clear when the application stops.
         */
        public Builder destination(Path folder) {
            storage(UploadStorage.disk(folder));
            destination = folder;
            return this;
        }

        /** Sets a storage of the application's own, in place of a folder. */
        public Builder storage(UploadStorage storage) {
            this.storage = Objects.requireNonNull(storage, "storage");
            destination = null;
            return this;
        }

        /** Changes how much may come. */
        public Builder limits(Consumer<UploadLimits.Builder> change) {
            change.accept(limits);
            return this;
        }

        /** Sets what decides about each file before its bytes are read. */
        public Builder fileFilter(FileFilter filter) {
            fileFilter = Objects.requireNonNull(filter, "fileFilter");
            return this;
        }

        /**
         * Sets the extensions that file names may have, in any letter case; none at all allows every file. A file with another one is refused
         * before it is read; so is, as soon as its first bytes came, one that is not what its extension says. Extensions without a
         * signature, such as {@code txt} and {@code csv}, are those of files in which none is found.
         *
         * @param extensions such as {@code jpg}
         * @throws IllegalArgumentException if one is no extension
         */
        public Builder extensions(String... extensions) {
            allowed = AllowedFiles.of(extensions);
            return this;
        }

        /** Sets whether the SHA-256 of each file is made while it is stored. */
        public Builder sha256(boolean on) {
            sha256 = on;
            return this;
        }

        /** Sets whether {@link UploadedFile#originalname()} keeps the folders that the client sent, each cleaned, with slashes between. */
        public Builder preservePath(boolean on) {
            preservePath = on;
            return this;
        }

        /**
         * Sets the charset in which clients write the names of fields and files. Browsers write UTF-8.
         *
         * @throws IllegalArgumentException if it is neither UTF-8 nor ISO-8859-1
         */
        public Builder defParamCharset(Charset charset) {
            if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.ISO_8859_1)) {
                throw new IllegalArgumentException("defParamCharset: " + charset + " is neither UTF-8 nor ISO-8859-1");
            }
            defParamCharset = charset;
            return this;
        }

        /** Sets what looks into each file once all of it has come, in place of what was set before; see {@link FileScanner#andThen}. */
        public Builder scanner(FileScanner scanner) {
            this.scanner = Objects.requireNonNull(scanner, "scanner");
            return this;
        }

        /** Sets who hears how far each upload is; null for nobody, the default. */
        public Builder progress(ProgressListener listener) {
            progress = listener;
            return this;
        }

        /** Sets what tells the kind of files that have none of Tenon's own signatures; by default Apache Tika, where the application has it. */
        public Builder detector(TypeDetector detector) {
            this.detector = Objects.requireNonNull(detector, "detector");
            return this;
        }

        /** Returns the options. */
        public UploadOptions build() {
            return new UploadOptions(this);
        }
    }
}
