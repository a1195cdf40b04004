package dev.tenon.realtime.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The payloads of version 4: packets in the body of a request or an answer, with {@code 0x1e} between them; binary ones in Base64. */
final class Payload {
    static final char SEPARATOR = 0x1e;

    private Payload() {}

    /** Returns how many bytes the frame takes in a payload. */
    static long size(Frame frame) {
        return frame instanceof Frame.Binary ? 1 + (frame.size() + 2L) / 3 * 4 : frame.size();
    }

    /**
     * Returns the bytes. Lines may be broken, as the official client for Java (2.1.2) breaks them; else it is strict.
     *
     * @throws IllegalArgumentException if the text is no Base64
     */
    static byte[] decodeBase64(String text) {
        boolean lines = text.indexOf('\n') >= 0;
        return Base64.getDecoder().decode(lines ? text.replace("\r", "").replace("\n", "") : text);
    }

    static byte[] encode(List<Frame> frames) {
        if (frames.size() == 1) {
            return encode(frames.get(0));
        }
        ByteArrayOutputStream payload = new ByteArrayOutputStream(256);
        for (Frame frame : frames) {
            if (payload.size() > 0) {
                payload.write(SEPARATOR);
            }
            payload.writeBytes(encode(frame));
        }
        return payload.toByteArray();
    }

    static byte[] encode(Frame frame) {
        if (frame instanceof Frame.Text text) {
            return text.packet().getBytes(StandardCharsets.UTF_8);
        }
        ByteBuffer base64 =
                Base64.getEncoder().encode(((Frame.Binary) frame).bytes().duplicate());
        return ByteBuffer.allocate(1 + base64.remaining())
                .put((byte) Packets.BASE64)
                .put(base64)
                .array();
    }
}
