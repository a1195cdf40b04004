package dev.tenon.upload.content;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from any place on. */
public interface RandomContent {
    /** Returns how many bytes it has. */
    long size();

    /** Returns the bytes from there on; the caller closes it. */
    InputStream open(long from) throws IOException;

    /** Returns so many bytes from there on; fewer where the file ends. */
    default byte[] read(long from, int length) throws IOException {
        if (from < 0 || from >= size()) {
            return new byte[0];
        }
        try (InputStream in = open(from)) {
            return in.readNBytes(length);
        }
    }
}
