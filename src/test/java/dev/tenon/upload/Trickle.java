package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;

/** Delivers bytes in small pieces; where it is told to end early, the connection breaks. */
final class Trickle extends InputStream {
    private final byte[] bytes;
    private final int end;
    private final int piece;
    private int at;

    Trickle(byte[] bytes, int end, int piece) {
        this.bytes = bytes;
        this.end = end;
        this.piece = piece;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("one byte at a time is slow");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (at == bytes.length) {
            return -1;
        }
        if (at == end) {
            throw new IOException("connection reset");
        }
        int some = Math.min(Math.min(piece, length), end - at);
        System.arraycopy(bytes, at, target, from, some);
        at += some;
        return some;
    }
}
