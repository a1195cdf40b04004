package dev.tenon.realtime.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Version 4 (engine.io-protocol, revision 4): the server pings, payloads are text, and a binary message of a WebSocket is nothing but itself. */
final class Protocol4 implements Protocol {
    static final Protocol INSTANCE = new Protocol4();

    private Protocol4() {}

    @Override
    public int version() {
        return 4;
    }

    @Override
    public boolean clientPings() {
        return false;
    }

    @Override
    public boolean takes(boolean text) {
        return text;
    }

    @Override
    public boolean read(byte[] body, boolean text, Incoming to) {
        String payload = new String(body, StandardCharsets.UTF_8);
        int from = 0;
        while (from <= payload.length()) {
            int separator = payload.indexOf(Payload.SEPARATOR, from);
            int end = separator < 0 ? payload.length() : separator;
            if (!to.packet(payload.substring(from, end))) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    @Override
    public byte[] message(byte[] packet) {
        return packet;
    }

    @Override
    public byte[] message(String packet) {
        return Payload.decodeBase64(packet);
    }

    @Override
    public boolean isText(List<Frame> frames) {
        return true;
    }

    @Override
    public byte[] encode(List<Frame> frames) {
        return Payload.encode(frames);
    }

    @Override
    public void send(Frame.Binary frame, WebSocketChannel channel, WebSocketChannel.SendCallback callback) {
        channel.send(frame.bytes().duplicate(), callback);
    }
}
