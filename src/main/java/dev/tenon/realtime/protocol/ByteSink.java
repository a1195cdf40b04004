package dev.tenon.realtime.protocol;

import java.util.Arrays;

/** Bytes that grow. Not thread-safe: a stream of the JDK would lock itself for each byte, and grow twice where a large value is followed by a small one. */
final class ByteSink {
    private static final int FIRST = 256;

    private byte[] bytes = new byte[FIRST];
    private int size;

    void write(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void write(byte... values) {
        reserve(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            int needed = Math.addExact(Math.addExact(size, more), FIRST);
            bytes = Arrays.copyOf(bytes, Math.max(needed, size + (size >> 1)));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
