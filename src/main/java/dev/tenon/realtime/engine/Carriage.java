package dev.tenon.realtime.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What carries a session: long-polling or a WebSocket, and the change from the one to the other. Guarded by the lock of the session, like the rest
 * of it; nothing is written while that is held.
 */
final class Carriage {
    /** As long as in the reference. */
    private static final Duration UPGRADE_POLL = Duration.ofMillis(100);

    private final Session session;
    private final EngineServer server;
    private final Protocol protocol;
    private final Ownership ownership;
    private final Outbox outbox;
    private final Object lock;
    private final Pump pump;
    private Transport transport;
    private Upgrade upgrade;

    /** Begins with long-polling; {@link #openOn} may change that before it is used. */
    Carriage(Session session, EngineServer server, Protocol protocol, Ownership ownership, Outbox outbox, Object lock) {
        this.session = session;
        this.server = server;
        this.protocol = protocol;
        this.ownership = ownership;
        this.outbox = outbox;
        this.lock = lock;
        this.pump = new Pump(lock, this::nextWrite);
        this.transport = new PollingTransport(protocol, server.options().maxHttpBufferSize());
    }

    /** Lets a WebSocket carry the session from its beginning. */
    void openOn(WebSocketChannel channel) {
        synchronized (lock) {
            transport = new WebSocketTransport(this, channel);
        }
    }

    /** Returns the name of the transport. */
    String transport() {
        synchronized (lock) {
            return transport.name();
        }
    }

    /** Writes what waits. */
    void flush() {
        pump.run();
    }

    private Runnable nextWrite() {
        Runnable probe = upgrade == null ? null : upgrade.next();
        if (probe != null) {
            return probe;
        }
        return isIdle() ? session.whenIdle() : transport.next(outbox);
    }

    /** Returns whether a frame would leave at once; called under the lock. */
    boolean isIdle() {
        return outbox.isEmpty() && transport.isReady();
    }

    /** Returns whether the client polls, and no poll waits; called under the lock. */
    boolean isBetweenPolls() {
        return transport instanceof PollingTransport && !transport.isReady();
    }

    /** Returns whether nobody waits to take over by a WebSocket, or did so; called under the lock. */
    boolean isPolling() {
        return upgrade == null && transport instanceof PollingTransport;
    }

    /** Answers the poll that waits, if one does; called under the lock. */
    Runnable dismissPoll() {
        if (!transport.isReady()) {
            return () -> {};
        }
        if (outbox.isEmpty()) {
            outbox.add(List.of(Packets.NOOP_PACKET));
        }
        Runnable answer = transport.next(outbox);
        return answer == null ? () -> {} : answer; // after an overflow, which ends the session in a moment
    }

    /**
     * Answers the poll when there is something to send; a second one while one waits ends the session.
     *
     * @return false, and no answer, if the session polls no more, or has become another one's since the request was admitted
     */
    boolean poll(EngineRequest request, PollExchange exchange) {
        Optional<Object> sender = request.owner();
        boolean parked;
        synchronized (lock) {
            if (session.isClosed() || !(transport instanceof PollingTransport polling) || !ownership.admits(sender)) {
                return false;
            }
            parked = polling.park(exchange);
            releaseSoon();
        }
        if (!parked) {
            session.end(Session.TRANSPORT_ERROR);
            exchange.refuse(EngineError.BAD_REQUEST);
        }
        flush();
        return true;
    }

    /**
     * While the session upgrades no poll waits long. It waits a little, because the word that the upgrade is over may be on its way on the
     * other connection, and polls that come after it are refused.
     */
    private void releaseSoon() {
        Upgrade attempt = upgrade;
        if (attempt != null && attempt.isProbed()) {
            server.timer().after(UPGRADE_POLL, () -> releasePoll(attempt));
        }
    }

    void send(Frame.Binary frame, WebSocketChannel channel, WebSocketChannel.SendCallback callback) {
        protocol.send(frame, channel, callback);
    }

    void sent(WebSocketTransport webSocket) {
        synchronized (lock) {
            webSocket.landed();
        }
        flush();
    }

    /** A message could not be sent: the WebSocket is gone, and what it carried with it. One that was given up before carried nothing. */
    void lost(WebSocketTransport webSocket) {
        Upgrade attempt;
        boolean carried;
        synchronized (lock) {
            attempt = upgrade;
            carried = transport == webSocket;
        }
        if (carried) {
            session.end(Session.TRANSPORT_ERROR);
        } else if (attempt != null && attempt.isOn(webSocket)) {
            abort(attempt);
        }
    }

    /**
     * Returns what hears the WebSocket; empty if the session cannot change to it.
     *
     * @param incoming hears it once it carries the session
     */
    Optional<WebSocketReceiver> upgradeTo(EngineRequest request, WebSocketChannel channel, Incoming incoming) {
        Optional<Object> sender = request.owner();
        synchronized (lock) {
            if (!session.isOpen()
                    || upgrade != null
                    || !(transport instanceof PollingTransport polling)
                    || !ownership.admits(sender)) {
                return Optional.empty();
            }
            Upgrade attempt = new Upgrade(this, incoming, polling, new WebSocketTransport(this, channel), request);
            attempt.begin(server.timer().after(server.options().upgradeTimeout(), () -> abort(attempt)));
            upgrade = attempt;
            session.upgradeBegins();
            return Optional.of(attempt);
        }
    }

    /** Answers the probe, and then the poll that waits. */
    void probe(Upgrade attempt) {
        synchronized (lock) {
            if (upgrade == attempt) {
                attempt.answerProbe();
            }
        }
        flush();
        releasePoll(attempt);
    }

    private void releasePoll(Upgrade attempt) {
        synchronized (lock) {
            if (upgrade == attempt && isIdle()) {
                outbox.add(List.of(Packets.NOOP_PACKET));
            }
        }
        flush();
    }

    /** Returns whether the WebSocket carries the session from now on. */
    boolean complete(Upgrade attempt) {
        Runnable release;
        boolean adopted;
        synchronized (lock) {
            if (upgrade != attempt || session.isClosed()) {
                return false;
            }
            release = attempt.polling().discard();
            transport = attempt.end();
            upgrade = null;
            adopted = ownership.adopt(
                    attempt.binding()); // if it was not when the WebSocket was admitted, for a POST was on its way
        }
        release.run();
        if (adopted) {
            session.owned(attempt.binding().get());
        }
        session.upgradeEnds();
        flush();
        session.upgraded();
        return true;
    }

    /** Closes the WebSocket; the session goes on polling. */
    void abort(Upgrade attempt) {
        Runnable close;
        synchronized (lock) {
            if (upgrade != attempt) {
                return;
            }
            close = attempt.end().end(Packets.CLOSE_PACKET);
            upgrade = null;
        }
        close.run();
        session.upgradeEnds();
    }

    /**
     * Ends the transport, and an attempt to change it; called under the lock.
     *
     * @param farewell what a waiting poll is told
     * @return what ends them, without it
     */
    Runnable end(Frame farewell) {
        Runnable goodbye = transport.end(farewell);
        Upgrade attempt = upgrade;
        return () -> {
            goodbye.run();
            if (attempt != null) {
                abort(attempt);
            }
        };
    }
}
