package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.Utf8;
import dev.tenon.realtime.engine.WebSocketReceiver;
import jakarta.websocket.CloseReason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Puts messages together from the parts in which the container brings them. Whole messages would need the container's buffers to be as
 * large as the largest message: Tomcat makes them for each connection.
 */
final class WebSocketParts {
    private final WebSocketReceiver receiver;
    private final WebSocketOut out;
    private final int maxBytes;
    private StringBuilder text;
    private ByteArrayOutputStream binary;
    private int bytes;
    private boolean tooBig;

    WebSocketParts(WebSocketReceiver receiver, WebSocketOut out, int maxBytes) {
        this.receiver = receiver;
        this.out = out;
        this.maxBytes = maxBytes;
    }

    void text(String part, boolean last) {
        if (!fits(Utf8.length(part))) {
            return;
        }
        if (last && text == null) {
            bytes = 0;
            receiver.text(part);
            return;
        }
        text = text == null ? new StringBuilder(part) : text.append(part);
        if (last) {
            String message = text.toString();
            text = null;
            bytes = 0;
            receiver.text(message);
        }
    }

    void binary(ByteBuffer part, boolean last) {
        if (!fits(part.remaining())) {
            return;
        }
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        if (last && binary == null) {
            bytes = 0;
            receiver.binary(copy);
            return;
        }
        binary = binary == null ? new ByteArrayOutputStream(2 * copy.length) : binary;
        binary.writeBytes(copy);
        if (last) {
            byte[] message = binary.toByteArray();
            binary = null;
            bytes = 0;
            receiver.binary(message);
        }
    }

    /** Counts a part; the message that grows too large closes the WebSocket (RFC 6455, section 7.4.1: 1009), and what follows is ignored. */
    private boolean fits(int more) {
        if (!tooBig && bytes + (long) more > maxBytes) {
            tooBig = true;
            text = null;
            binary = null;
            out.close(CloseReason.CloseCodes.TOO_BIG);
            receiver.failed();
        }
        bytes += more;
        return !tooBig;
    }
}
