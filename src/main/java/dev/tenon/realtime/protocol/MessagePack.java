package dev.tenon.realtime.protocol;

/**
 * Reads and writes MessagePack (github.com/msgpack/msgpack, spec.md), for clients whose parser it is, and for the servers of a cluster. A tree is
 * what {@link dev.tenon.json.Json} reads, with {@code byte[]} beside. Numbers beyond 64 bits and fractions travel as doubles, as JavaScript has them.
 * Neither direction recurses. Thread-safe.
 */
public final class MessagePack {
    private MessagePack() {}

    /**
     * Returns a value as bytes.
     *
     * @throws IllegalArgumentException if a value has no JSON form, or nests deeper than 1,000
     */
    public static byte[] write(Object value) {
        return new MessagePackWriter().write(value);
    }

    /**
     * Returns the tree of a message. A date, in the form of the standard or in that of {@code notepack.io} 2, is what JavaScript makes of it in JSON,
     * and an {@code ArrayBuffer} of the latter is bytes; another extension is an array of its type and its bytes, as Node reads it.
     *
     * @throws PacketException if the bytes are not exactly one value, or nest deeper than 1,000
     */
    public static Object read(byte[] bytes) {
        return read(bytes, MessagePackWriter.MAX_DEPTH);
    }

    static Object read(byte[] bytes, int maxDepth) {
        return new MessagePackReader(bytes, maxDepth).readAll();
    }
}
