package dev.tenon.session;

import java.io.PrintWriter;

/** Lets the watch know before the container does. */
final class SessionWriter extends PrintWriter {
    private static final int MOST_BYTES = 3; // of a char in UTF-8; two of a pair have four

    private final BufferWatch watch;

    SessionWriter(PrintWriter out, BufferWatch watch) {
        super(out);
        this.watch = watch;
    }

    @Override
    public void write(int c) {
        watch.beforeWriting(c < 0x80 ? 1 : MOST_BYTES);
        super.write(c);
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        watch.beforeWriting((long) length * MOST_BYTES);
        super.write(chars, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        watch.beforeWriting((long) length * MOST_BYTES);
        super.write(text, offset, length);
    }

    /** The one of PrintWriter passes write by. */
    @Override
    public void println() {
        write(System.lineSeparator());
    }

    @Override
    public void flush() {
        watch.beforeFlush();
        super.flush();
    }

    @Override
    public void close() {
        watch.beforeFlush();
        super.close();
    }
}
