package dev.tenon.realtime.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The payloads of version 3. As text each packet stands behind its length in UTF-16 units and a colon. As bytes it stands behind a 0 for text
 * or a 1, the digits of its length in bytes, and 255.
 */
final class Payload3 {
    private static final byte END_OF_LENGTH = (byte) 255;
    private static final int MAX_DIGITS = 9; // no body is longer

    private Payload3() {}

    static byte[] text(List<Frame> frames) {
        StringBuilder payload = new StringBuilder();
        for (Frame frame : frames) {
            String packet = frame instanceof Frame.Text text ? text.packet() : Protocol3.base64((Frame.Binary) frame);
            payload.append(packet.length()).append(':').append(packet);
        }
        return payload.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(List<Frame> frames) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            boolean text = frame instanceof Frame.Text;
            byte[] packet = text
                    ? ((Frame.Text) frame).packet().getBytes(StandardCharsets.UTF_8)
                    : Protocol3.packet((Frame.Binary) frame);
            payload.write(text ? 0 : 1);
            String.valueOf(packet.length).chars().forEach(digit -> payload.write(digit - '0'));
            payload.write(END_OF_LENGTH);
            payload.writeBytes(packet);
        }
        return payload.toByteArray();
    }

    static boolean read(String payload, Incoming to) {
        int at = 0;
        do {
            int colon = payload.indexOf(':', at);
            int length = colon < 0 ? -1 : length(payload, at, colon);
            if (length < 0 || length > payload.length() - colon - 1) {
                return to.malformed();
            }
            at = colon + 1 + length;
            if (!to.packet(payload.substring(colon + 1, at))) {
                return false;
            }
        } while (at < payload.length());
        return true;
    }

    private static int length(String payload, int from, int to) {
        int length = to == from || to - from > MAX_DIGITS ? -1 : 0;
        for (int i = from; i < to && length >= 0; i++) {
            length = append(length, payload.charAt(i) - '0');
        }
        return length;
    }

    static boolean read(byte[] payload, Incoming to) {
        int at = 0;
        do {
            int end = endOfLength(payload, at + 1);
            int length = end < 0 ? -1 : length(payload, at + 1, end);
            if (length < 0 || length > payload.length - end - 1) {
                return to.malformed();
            }
            byte kind = payload[at];
            at = end + 1 + length;
            if (!packet(kind, Arrays.copyOfRange(payload, end + 1, at), to)) {
                return false;
            }
        } while (at < payload.length);
        return true;
    }

    private static boolean packet(byte kind, byte[] packet, Incoming to) {
        return switch (kind) {
            case 0 -> to.packet(new String(packet, StandardCharsets.UTF_8));
            case 1 -> to.packet(packet);
            default -> to.malformed();
        };
    }

    private static int endOfLength(byte[] payload, int from) {
        for (int i = from; i < payload.length && i <= from + MAX_DIGITS; i++) {
            if (payload[i] == END_OF_LENGTH) {
                return i;
            }
        }
        return -1;
    }

    private static int length(byte[] payload, int from, int to) {
        int length = to == from ? -1 : 0;
        for (int i = from; i < to && length >= 0; i++) {
            length = append(length, payload[i]);
        }
        return length;
    }

    /** Returns the number with one more digit; -1 if it is no digit. */
    private static int append(int number, int digit) {
        return digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
}
