package dev.tenon.session;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Lets the watch know before the container does. */
final class SessionOutputStream extends ServletOutputStream {
    private final ServletOutputStream out;
    private final BufferWatch watch;

    SessionOutputStream(ServletOutputStream out, BufferWatch watch) {
        this.out = out;
        this.watch = watch;
    }

    @Override
    public void write(int b) throws IOException {
        watch.beforeWriting(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watch.beforeWriting(length);
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        watch.beforeFlush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        watch.beforeFlush();
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
