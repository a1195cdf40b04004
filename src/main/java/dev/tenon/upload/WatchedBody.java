package dev.tenon.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells a listener how much of a body has been read. */
final class WatchedBody extends FilterInputStream {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private final HttpServletRequest request;
    private final ProgressListener listener;
    private final long total;
    private final LongSupplier nanos;
    private long received;
    private long told;
    private boolean ended;

    /** @param received what had come before this body */
    WatchedBody(InputStream in, HttpServletRequest request, ProgressListener listener, long received, long total) {
        this(in, request, listener, received, total, System::nanoTime);
    }

    /** @param nanos the clock */
    WatchedBody(
            InputStream in,
            HttpServletRequest request,
            ProgressListener listener,
            long received,
            long total,
            LongSupplier nanos) {
        super(in);
        this.request = request;
        this.listener = listener;
        this.received = received;
        this.total = total;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(count);
        return count;
    }

    private void count(int count) {
        if (count < 0) {
            tellTheEnd();
            return;
        }
        received += count;
        long now = nanos.getAsLong();
        if (now - told >= INTERVAL) {
            told = now;
            listener.update(request, received, total);
        }
    }

    private void tellTheEnd() {
        if (!ended) {
            ended = true;
            listener.update(request, received, total);
        }
    }
}
