package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Supplier;

/** The bytes of one part as a stream that refuses more than a limit, before it hands them on. */
final class PartBody extends InputStream {
    private final PartSource source;
    private final long limit;
    private final Supplier<UploadException> tooLarge;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long count;

    PartBody(PartSource source, long limit, Supplier<UploadException> tooLarge) {
        this.source = source;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? chunk.get() & 255 : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int some = Math.min(length, chunk.remaining());
        chunk.get(bytes, from, some);
        return some;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long transferred = 0;
        while (hasMore()) {
            int some = chunk.remaining();
            out.write(chunk.array(), chunk.arrayOffset() + chunk.position(), some);
            chunk.position(chunk.limit());
            transferred += some;
        }
        return transferred;
    }

    private boolean hasMore() throws IOException {
        if (chunk != null && !chunk.hasRemaining()) {
            chunk = source.chunk();
            count += chunk == null ? 0 : chunk.remaining();
        }
        if (count > limit) {
            throw tooLarge.get();
        }
        return chunk != null;
    }
}
