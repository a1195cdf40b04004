package dev.tenon.session;

import java.io.PrintWriter;
import java.nio.CharBuffer;

/** Lets the watch know before the container does. */
final class SessionWriter extends PrintWriter {
    private final BufferWatch watch;

    SessionWriter(PrintWriter out, BufferWatch watch) {
        super(out);
        this.watch = watch;
    }

    @Override
    public void write(int c) {
        watch.beforeWriting(bytes((char) c));
        super.write(c);
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        watch.beforeWriting(bytes(CharBuffer.wrap(chars, offset, length)));
        super.write(chars, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        watch.beforeWriting(bytes(CharBuffer.wrap(text, offset, offset + length)));
        super.write(text, offset, length);
    }

    private static long bytes(CharBuffer text) {
        return text.chars().mapToLong(c -> bytes((char) c)).sum();
    }

    /** At most as many in UTF-8, or in any charset of one byte. */
    private static int bytes(char c) {
        return c < 0x80 ? 1 : 3;
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
