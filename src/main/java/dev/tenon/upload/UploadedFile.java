package dev.tenon.upload;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * A file that was uploaded and stored, with multer's keys; also a {@link Part}, so that what knows the Jakarta Servlet API can judge it. It
 * stays in its storage until somebody deletes it. Not serializable, by intention.
 */
public final class UploadedFile implements Part {
    private final PartHeaders headers;
    private final IncomingFile file;
    private final StoredFile stored;
    private final Optional<String> detectedType;
    private final Optional<String> sha256;
    private final QuotaShare share;

    UploadedFile(PartHeaders headers, IncomingFile file, StoredFile stored, FileWitness witness) {
        this.headers = headers;
        this.file = file;
        this.stored = stored;
        this.detectedType = witness.type();
        this.sha256 = witness.digest();
        this.share = witness.share();
    }

    /** Returns the name of the form field. */
    public String fieldname() {
        return file.fieldname();
    }

    /** Returns the name that the file had at the client, cleaned for people to read; see {@link IncomingFile}. Never empty. */
    public String originalname() {
        return file.originalname();
    }

    /** Returns the transfer encoding that the part claims, or {@code 7bit}. */
    public String encoding() {
        return file.encoding();
    }

    /** Returns the media type that the part claims, without parameters, or {@code text/plain}. Do not trust it. */
    public String mimetype() {
        return file.mimetype();
    }

    /**
     * Returns the media type that the first bytes show, by some sixty signatures; empty for what has none, as plain text, and for what is
     * not known. Harder to get wrong than {@link #mimetype()}, but whoever made the file chose the bytes, too.
     */
    public Optional<String> detectedType() {
        return detectedType;
    }

    /** Returns the SHA-256 of the bytes in lower-case hexadecimal digits; empty unless {@link UploadOptions.Builder#sha256} asks for it. */
    public Optional<String> sha256() {
        return sha256;
    }

    /** Returns the bytes, which are not copied, in a storage that keeps them in memory; else null. */
    public byte[] buffer() {
        return stored.buffer();
    }

    /** Returns how many bytes were stored. */
    public long size() {
        return stored.size();
    }

    /** Returns the folder in which the file lies; null in a storage that keeps no files on a disk. */
    public Path destination() {
        return stored.path() == null ? null : stored.path().getParent();
    }

    /** Returns the name of the file within its storage: random, without an extension, never the client's. */
    public String filename() {
        return stored.filename();
    }

    /** Returns where the file lies; null in a storage that keeps no files on a disk. */
    public Path path() {
        return stored.path();
    }

    /** Returns the file as its storage has it. */
    public StoredFile stored() {
        return stored;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return stored.open();
    }

    /** Returns the content type that the part claims, with its parameters; null when it claims none. */
    @Override
    public String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public String getName() {
        return fieldname();
    }

    /** Returns {@link #originalname()}. */
    @Override
    public String getSubmittedFileName() {
        return originalname();
    }

    @Override
    public long getSize() {
        return size();
    }

    /**
     * Moves the file out of the storage. Afterwards {@link #path()} names nothing, and {@link #delete()} does nothing.
     *
     * @param fileName absolute, or relative to {@link #destination()}; what is there is replaced. Never build it from {@link #originalname()}
     */
    @Override
    public void write(String fileName) throws IOException {
        Path folder = destination();
        stored.moveTo(folder == null ? Path.of(fileName) : folder.resolve(fileName));
    }

    /** Deletes the file. Does nothing if it is gone already. */
    @Override
    public void delete() throws IOException {
        stored.remove();
        share.giveBack();
    }

    /** Returns the header as the client sent it, one of those that RFC 7578, section 4.8, lets count; else null. */
    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return Optional.ofNullable(getHeader(name)).stream().toList();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.names();
    }
}
