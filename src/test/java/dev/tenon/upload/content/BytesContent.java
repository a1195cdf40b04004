package dev.tenon.upload.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file in memory. */
final class BytesContent implements RandomContent {
    private final byte[] bytes;

    BytesContent(byte... bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open(long from) {
        return new ByteArrayInputStream(bytes, (int) Math.min(from, bytes.length), bytes.length);
    }
}
