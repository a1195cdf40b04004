package dev.tenon.sample;

import dev.tenon.upload.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** A file on its way into the history. */
record UploadedContent(Attachment attachment, Source source) {
    /** What every browser shows without running anything in it. */
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final int MAX_NAME_LENGTH = 200;

    /** Returns the file that a client has uploaded. What it is, its first bytes say, not the client. */
    static UploadedContent of(UploadedFile file) {
        String type = file.detectedType().filter(PICTURES::contains).orElse("application/octet-stream");
        String name = file.originalname();
        String shortened = name.length() > MAX_NAME_LENGTH ? name.substring(name.length() - MAX_NAME_LENGTH) : name;
        return new UploadedContent(new Attachment(shortened, type, file.size()), file::getInputStream);
    }

    /** Opens the bytes, once for each try to store them. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
