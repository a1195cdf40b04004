package dev.tenon.realtime.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Understands what the client of a session sends, over whatever transport. Runs on the thread that received it. */
final class Incoming implements WebSocketReceiver {
    private final Session session;
    private final Protocol protocol;
    private final Inbox inbox;
    private final Heartbeat heartbeat;
    private final AtomicBoolean posting = new AtomicBoolean();

    Incoming(Session session, Protocol protocol, Inbox inbox, Heartbeat heartbeat) {
        this.session = session;
        this.protocol = protocol;
        this.inbox = inbox;
        this.heartbeat = heartbeat;
    }

    @Override
    public void text(String message) {
        packet(message);
    }

    @Override
    public void binary(byte[] message) {
        packet(message);
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
        boolean text = body.isText();
        if (!protocol.takes(text) || !posting.compareAndSet(false, true)) {
            refuse(Session.TRANSPORT_ERROR);
            return 400;
        }
        try {
            Optional<byte[]> payload = body.read(maxBytes);
            return payload.isEmpty() ? 413 : protocol.read(payload.get(), text, this) ? 200 : 400;
        } catch (IOException gone) {
            refuse(Session.TRANSPORT_ERROR);
            throw gone;
        } finally {
            posting.set(false);
        }
    }

    /** Returns false when the session had to end because of the packet. */
    boolean packet(String packet) {
        if (packet.isEmpty()) {
            return malformed();
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
            case Packets.PING, Packets.PONG -> beat(type == Packets.PING);
            case Packets.OPEN, Packets.UPGRADE, Packets.NOOP ->
                true; // without meaning here; the reference ignores them, too
            default -> malformed();
        };
    }

    /** Takes a binary packet, like {@link #packet(String)}. */
    boolean packet(byte[] packet) {
        try {
            return !session.isOpen() || fits(inbox.binary(protocol.message(packet)));
        } catch (IllegalArgumentException none) {
            return malformed();
        }
    }

    private boolean base64(String packet) {
        try {
            return fits(inbox.binary(protocol.message(packet)));
        } catch (IllegalArgumentException none) {
            return malformed();
        }
    }

    /** Takes the sign of life; its direction is a matter of the version, and the other one is an error. */
    private boolean beat(boolean ping) {
        if (ping != protocol.clientPings()) {
            return refuse(Session.TRANSPORT_ERROR);
        }
        heartbeat.pong();
        if (ping) {
            session.send(List.of(Packets.PONG_PACKET));
        }
        return true;
    }

    /** Ends the session because of what is no packet. */
    boolean malformed() {
        return refuse(Session.PARSE_ERROR);
    }

    private boolean fits(boolean fits) {
        return fits || refuse(Session.TRANSPORT_ERROR);
    }

    private boolean refuse(String reason) {
        session.end(reason);
        return false;
    }
}
