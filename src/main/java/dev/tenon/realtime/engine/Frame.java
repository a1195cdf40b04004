package dev.tenon.realtime.engine;

import java.nio.ByteBuffer;

/** One message, encoded once and sent to many. Immutable: nobody changes the bytes. */
public sealed interface Frame {
    /** Returns how many bytes the message takes on a WebSocket. */
    int size();

    /** A text message. It is kept with its packet type before it, so that no receiver makes a copy to add it. */
    final class Text implements Frame {
        private final String packet;
        private final int size;

        /**
         * Sets the text.
         *
         * @param text without the Engine.IO packet type
         */
        public Text(String text) {
            this(Packets.MESSAGE, text);
        }

        Text(char type, String data) {
            packet = type + data;
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
    record Binary(ByteBuffer bytes) implements Frame {
        @Override
        public int size() {
            return bytes.remaining();
        }
    }
}
