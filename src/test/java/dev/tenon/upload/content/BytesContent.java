package dev.tenon.upload.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file in memory. */
record BytesContent(byte... bytes) implements RandomContent {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open(long from) {
        return new ByteArrayInputStream(bytes, (int) Math.min(from, bytes.length), bytes.length);
    }
}
