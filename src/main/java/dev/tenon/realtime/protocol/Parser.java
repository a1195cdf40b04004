package dev.tenon.realtime.protocol;

import java.util.Optional;

/**
 * How packets travel: the reference's {@code parser} option, with its {@code Encoder} and {@code Decoder}. Both ends of a connection have to use
 * the same one. Thread-safe.
 */
public interface Parser {
    /** Returns the one that every stock client uses unless it is told otherwise: JSON, with bytes as messages of their own. */
    static Parser json() {
        return JsonParser.INSTANCE;
    }

    /** Returns that of {@code socket.io-msgpack-parser} 3: each packet is one binary message in MessagePack. */
    static Parser msgpack() {
        return MessagePackParser.INSTANCE;
    }

    /**
     * Returns the packet as it travels. It keeps nothing of the application's values: they may change while it waits to be sent.
     *
     * @param packet its data is a tree of {@link java.util.Map}, {@link Iterable}, {@link String}, {@link Number}, {@link Boolean}, bytes and null, or
     *     whatever else the application gave to {@code emit}
     * @throws IllegalArgumentException if a value has no form there
     */
    EncodedPacket encode(Packet packet);

    /** Returns what understands one client. */
    Decoder decoder();

    /**
     * Turns the messages of one connection into packets. Called by one thread at a time. Whatever it throws, such as a {@link PacketException}, ends
     * the connection, and nobody else's. Whether the data fits the type of the packet is looked at after it.
     */
    interface Decoder {
        /** Returns the packet that a text is, or completes; empty if more must follow. */
        Optional<Packet> text(String message);

        /**
         * Returns the packet that bytes are, or complete; empty if more must follow.
         *
         * @param message the decoder's own
         */
        Optional<Packet> binary(byte[] message);
    }
}
