package dev.tenon.realtime.engine;

import java.nio.ByteBuffer;

/** One message, encoded once and sent to many. Immutable: nobody changes the bytes. */
public sealed interface Frame {
    /** Returns how many bytes the message takes on a WebSocket. */
    int size();

    /** Returns whether a transport that compresses may do so with this message. */
    boolean compress();

    /** A text message. It is kept with its packet type before it, so that no receiver makes a copy to add it. */
    final class Text implements Frame {
        private final String packet;
        private final boolean compress;
        private final int size;

        /**
         * Sets the text, which may be compressed.
         *
         * @param text without the Engine.IO packet type
         */
        public Text(String text) {
            this(text, true);
        }

        /**
         * Sets the text.
         *
         * @param text without the Engine.IO packet type
         */
        public Text(String text, boolean compress) {
            this(Packets.MESSAGE, text, compress);
        }

        Text(char type, String data) {
            this(type, data, true);
        }

        private Text(char type, String data, boolean compress) {
            this.packet = type + data;
            this.compress = compress;
            size = Utf8.length(packet);
        }

        /** Returns the message without the Engine.IO packet type. */
        public String text() {
            return packet.substring(1);
        }

        String packet() {
            return packet;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean compress() {
            return compress;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && packet.equals(text.packet);
        }

        @Override
        public int hashCode() {
            return packet.hashCode();
        }

        @Override
        public String toString() {
            return packet;
        }
    }

    /**
     * A binary message.
     *
     * @param bytes read through {@link ByteBuffer#duplicate}, so that its position never moves
     */
    record Binary(ByteBuffer bytes, boolean compress) implements Frame {
        /** Returns a message that may be compressed. */
        public Binary(ByteBuffer bytes) {
            this(bytes, true);
        }

        @Override
        public int size() {
            return bytes.remaining();
        }
    }
}
