package dev.tenon.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request. Closing it reads what is left, within bounds: Tomcat stalls for a second and cuts the connection on bytes that
 * nobody read, so a client that still sends would not hear why it was refused. Belongs to the thread of its request.
 */
final class Body implements AutoCloseable {
    private static final long DRAIN_BYTES = 64 << 20;
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final InputStream in;
    private final long length;
    private boolean ended;

    /** @param length what the client says that it has; -1 when it does not */
    Body(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    long length() {
        return length;
    }

    /** Returns whether nothing more comes. */
    boolean ended() {
        return ended;
    }

    /**
     * Reads some bytes, and returns how many; 0 at the end.
     *
     * @throws UploadException if the client is gone or too slow
     */
    int read(byte[] bytes, int from, int length) {
        try {
            int count = in.read(bytes, from, length);
            ended = count < 0;
            return Math.max(count, 0);
        } catch (IOException e) {
            ended = true;
            throw new UploadException(UploadCode.STREAM_DESTROYED, null, null, null, e);
        }
    }

    @Override
    public void close() {
        try {
            drain();
        } catch (UploadException gone) {
            ended = true; // then there is nobody to tell, either
        }
    }

    private void drain() {
        if (ended) {
            return;
        }
        byte[] bytes = new byte[8192];
        long start = System.nanoTime();
        long left = DRAIN_BYTES;
        while (!ended && left > 0 && System.nanoTime() - start < DRAIN_NANOS) {
            left -= read(bytes, 0, bytes.length);
        }
    }
}
