package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The bytes of one part as a stream that refuses more than a limit, and what a witness refuses, before it hands them on. */
final class PartBody extends InputStream {
    private final PartSource source;
    private final long limit;
    private final Supplier<UploadException> tooLarge;
    private final Optional<FileWitness> witness;
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long count;
    private UploadException refusal;

    PartBody(PartSource source, long limit, Supplier<UploadException> tooLarge, Optional<FileWitness> witness) {
        this.source = source;
        this.limit = limit;
        this.tooLarge = tooLarge;
        this.witness = witness;
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
        if (refusal != null) {
            throw refusal; // to a storage that took no notice
        }
        if (chunk != null && !chunk.hasRemaining()) {
            chunk = source.chunk();
            try {
                check();
            } catch (UploadException e) {
                refusal = e;
                throw e;
            }
        }
        return chunk != null;
    }

    private void check() {
        if (chunk == null) {
            witness.ifPresent(FileWitness::end);
            return;
        }
        count += chunk.remaining();
        if (count > limit) {
            throw tooLarge.get();
        }
        witness.ifPresent(all -> all.see(chunk));
    }
}
