package dev.tenon.upload.content;

import java.io.IOException;

/** Says that the directory of an archive cannot be read, so that nobody knows what it unpacks to. */
public final class UnreadableArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableArchiveException(String message) {
        super(message);
    }
}
