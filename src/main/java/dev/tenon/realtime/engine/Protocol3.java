package dev.tenon.realtime.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Version 3 (engine.io-protocol, revision 3), which {@code socket.io-client} 1 and 2 speak: the client pings, each packet of a payload has its
 * length before it, and a binary message its type.
 */
final class Protocol3 implements Protocol {
    /** For clients that can read bytes. */
    static final Protocol BINARY = new Protocol3(true);

    /** For clients that ask for bytes in Base64. */
    static final Protocol BASE64 = new Protocol3(false);

    private static final char TYPE_DIGIT = Packets.MESSAGE;
    private static final byte TYPE_BYTE = Packets.MESSAGE - '0';

    private final boolean binary;

    private Protocol3(boolean binary) {
        this.binary = binary;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public boolean clientPings() {
        return true;
    }

    @Override
    public boolean takes(boolean text) {
        return true;
    }

    @Override
    public boolean read(byte[] body, boolean text, Incoming to) {
        return text ? Payload3.read(new String(body, StandardCharsets.UTF_8), to) : Payload3.read(body, to);
    }

    @Override
    public byte[] message(byte[] packet) {
        if (packet.length == 0 || packet[0] != TYPE_BYTE) {
            throw new IllegalArgumentException("bytes that are no message");
        }
        return Arrays.copyOfRange(packet, 1, packet.length);
    }

    @Override
    public byte[] message(String packet) {
        if (packet.isEmpty() || packet.charAt(0) != TYPE_DIGIT) {
            throw new IllegalArgumentException("Base64 that is no message");
        }
        return Payload.decodeBase64(packet.substring(1));
    }

    @Override
    public boolean isText(List<Frame> frames) {
        return !binary || frames.stream().allMatch(Frame.Text.class::isInstance);
    }

    @Override
    public byte[] encode(List<Frame> frames) {
        return isText(frames) ? Payload3.text(frames) : Payload3.bytes(frames);
    }

    @Override
    public void send(Frame.Binary frame, WebSocketChannel channel, WebSocketChannel.SendCallback callback) {
        if (binary) {
            channel.send(ByteBuffer.wrap(packet(frame)), callback);
        } else {
            channel.send(base64(frame), callback);
        }
    }

    /** Returns the bytes with their type before them. */
    static byte[] packet(Frame.Binary frame) {
        ByteBuffer bytes = frame.bytes().duplicate();
        return ByteBuffer.allocate(1 + bytes.remaining())
                .put(TYPE_BYTE)
                .put(bytes)
                .array();
    }

    /** Returns the bytes as text, with their type before them. */
    static String base64(Frame.Binary frame) {
        ByteBuffer base64 = Base64.getEncoder().encode(frame.bytes().duplicate());
        return "" + Packets.BASE64 + TYPE_DIGIT + StandardCharsets.ISO_8859_1.decode(base64);
    }
}
