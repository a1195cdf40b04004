package dev.tenon.upload.content;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads numbers of formats that begin with the lowest byte, or the highest. What lies beyond the end is 0. */
final class Bytes {
    private final ByteBuffer bytes;

    private Bytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Bytes littleEndian(byte... bytes) {
        return new Bytes(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    static Bytes bigEndian(byte... bytes) {
        return new Bytes(ByteBuffer.wrap(bytes));
    }

    int u16(int at) {
        return has(at, 2) ? bytes.getShort(at) & 0xFFFF : 0;
    }

    long u32(int at) {
        return has(at, 4) ? bytes.getInt(at) & 0xFFFF_FFFFL : 0;
    }

    /** A number beyond 63 bits is none that a file can have: the largest stands for it. */
    long u64(int at) {
        long value = has(at, 8) ? bytes.getLong(at) : 0;
        return value < 0 ? Long.MAX_VALUE : value;
    }

    boolean is(int at, String ascii) {
        byte[] expected = ascii.getBytes(StandardCharsets.ISO_8859_1);
        return has(at, expected.length) && bytes.slice(at, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private boolean has(int at, int length) {
        return at >= 0 && at <= bytes.limit() - length;
    }

    static int u16LittleEndian(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }
}
