package dev.tenon.realtime.engine;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Understands what the client of a session sends, over whatever transport. Runs on the thread that received it. */
final class Incoming implements WebSocketReceiver {
    private final Session session;
    private final Inbox inbox;
    private final Heartbeat heartbeat;
    private final AtomicBoolean posting = new AtomicBoolean();

    Incoming(Session session, Inbox inbox, Heartbeat heartbeat) {
        this.session = session;
        this.inbox = inbox;
        this.heartbeat = heartbeat;
    }

    @Override
    public void text(String message) {
        packet(message);
    }

    @Override
    public void binary(byte[] message) {
        if (session.isOpen()) {
            fits(inbox.binary(message));
        }
    }

    @Override
    public void closed() {
        session.end(Session.TRANSPORT_CLOSE);
    }

    @Override
    public void failed() {
        session.end(Session.TRANSPORT_ERROR);
    }

    /** Takes the packets of a POST and returns its HTTP status; a second POST while one is read ends the session. */
    int post(PostBody body, int maxBytes) throws IOException {
        if (!body.isText() || !posting.compareAndSet(false, true)) {
            refuse(Session.TRANSPORT_ERROR);
            return 400;
        }
        try {
            return payload(body.read(maxBytes));
        } catch (IOException gone) {
            refuse(Session.TRANSPORT_ERROR);
            throw gone;
        } finally {
            posting.set(false);
        }
    }

    private int payload(Optional<String> payload) {
        if (payload.isEmpty()) {
            return 413;
        }
        return packets(payload.get()) ? 200 : 400;
    }

    private boolean packets(String payload) {
        int from = 0;
        while (from <= payload.length()) {
            int separator = payload.indexOf(Payload.SEPARATOR, from);
            int to = separator < 0 ? payload.length() : separator;
            if (!packet(payload.substring(from, to))) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    /** Returns false when the session had to end because of the packet. */
    private boolean packet(String packet) {
        if (packet.isEmpty()) {
            return refuse(Session.PARSE_ERROR);
        }
        if (packet.charAt(0) == Packets.CLOSE) {
            session.leave();
        }
        return !session.isOpen() || packet(packet.charAt(0), packet.substring(1));
    }

    private boolean packet(char type, String data) {
        return switch (type) {
            case Packets.MESSAGE -> fits(inbox.text(data));
            case Packets.BASE64 -> base64(data);
            case Packets.PONG -> pong();
            case Packets.OPEN, Packets.UPGRADE, Packets.NOOP ->
                true; // without meaning here; the reference ignores them, too
            case Packets.PING -> refuse(Session.TRANSPORT_ERROR); // since version 4 only the server pings
            default -> refuse(Session.PARSE_ERROR);
        };
    }

    private boolean base64(String text) {
        byte[] message;
        try {
            message = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return refuse(Session.PARSE_ERROR);
        }
        return fits(inbox.binary(message));
    }

    private boolean pong() {
        heartbeat.pong();
        return true;
    }

    private boolean fits(boolean fits) {
        return fits || refuse(Session.TRANSPORT_ERROR);
    }

    private boolean refuse(String reason) {
        session.end(reason);
        return false;
    }
}
