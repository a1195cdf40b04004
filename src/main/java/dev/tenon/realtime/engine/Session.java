package dev.tenon.realtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One client's session: the state machine of Engine.IO. Any thread may come: a request's, a WebSocket's, the timer's, a sender's. Under
 * the lock they decide what to do; nothing is written and no listener runs while it is held.
 */
final class Session implements EngineSocket {
    static final String TRANSPORT_CLOSE = "transport close";
    static final String TRANSPORT_ERROR = "transport error";
    static final String PARSE_ERROR = "parse error";
    private static final String SLOW_CONSUMER = "slow consumer";

    /** As long as in the reference. */
    private static final Duration UPGRADE_POLL = Duration.ofMillis(100);

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Object lock = new Object();
    private final EngineServer server;
    private final Protocol protocol;
    private final String sid;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Heartbeat heartbeat;
    private final Incoming incoming;
    private final Pump pump = new Pump(lock, this::nextWrite);
    private final Ownership ownership;
    private State state = State.OPEN;
    private boolean overflown;
    private Transport transport;
    private Upgrade upgrade;
    private int posts; // that are being read

    Session(EngineServer server, Protocol protocol, String sid, Optional<Object> owner) {
        this.server = server;
        this.protocol = protocol;
        this.sid = sid;
        this.ownership = new Ownership(owner);
        EngineOptions options = server.options();
        outbox = new Outbox(options.maxQueueSize(), options.maxQueueLength());
        inbox = new Inbox(server.executor(), options.maxQueueSize());
        heartbeat = server.heartbeat(protocol, () -> send(List.of(Packets.PING_PACKET)), () -> end("ping timeout"));
        incoming = new Incoming(this, protocol, inbox, heartbeat);
        transport = new PollingTransport(protocol, options.maxHttpBufferSize());
    }

    /** Lets a WebSocket carry the session from its beginning. */
    WebSocketReceiver openOn(WebSocketChannel channel) {
        synchronized (lock) {
            transport = new WebSocketTransport(this, channel);
        }
        return incoming;
    }

    void start(EngineListener listener) {
        heartbeat.start();
        inbox.start(listener);
        pump.run();
    }

    @Override
    public String sid() {
        return sid;
    }

    @Override
    public int protocol() {
        return protocol.version();
    }

    @Override
    public String transport() {
        synchronized (lock) {
            return transport.name();
        }
    }

    @Override
    public boolean isWritable() {
        synchronized (lock) {
            return state == State.OPEN && outbox.isEmpty() && transport.isReady();
        }
    }

    long queueBytes() {
        synchronized (lock) {
            return outbox.bytes();
        }
    }

    boolean isOpen() {
        synchronized (lock) {
            return state == State.OPEN;
        }
    }

    /** Returns whether the session lives on; ends it if its client has been silent for too long. */
    boolean isAlive() {
        if (heartbeat.isOver()) {
            end("ping timeout");
        }
        synchronized (lock) {
            return state != State.CLOSED;
        }
    }

    /**
     * Returns whether the request comes from whose the session is. What nobody in particular opened belongs to the first one who sends a
     * request of it, and until then to everybody.
     */
    boolean admits(EngineRequest request) {
        Optional<Object> sender = request.owner();
        Runnable dismissal;
        synchronized (lock) {
            if (!ownership.admits(sender)) {
                return false;
            }
            if (!request.mayBind() || !isUnattended() || !ownership.adopt(sender)) {
                return true;
            }
            dismissal = dismissPoll();
        }
        dismissal.run();
        inbox.owned(sender.get());
        return true;
    }

    /**
     * Returns whether nothing can be heard in the name of an owner but what the owner sends: no body is on its way, and no WebSocket waits to take over,
     * that were admitted when the session was nobody's.
     */
    private boolean isUnattended() {
        return posts == 0 && upgrade == null && transport instanceof PollingTransport;
    }

    /** Answers the poll that waits, which nobody in particular sent, before there is anything for the owner. */
    private Runnable dismissPoll() {
        if (!transport.isReady()) {
            return () -> {};
        }
        if (outbox.isEmpty()) {
            outbox.add(List.of(Packets.NOOP_PACKET));
        }
        return transport.next(outbox);
    }

    @Override
    public void send(List<Frame> frames) {
        queue(frames);
        flush();
    }

    @Override
    public boolean queue(List<Frame> frames) {
        synchronized (lock) {
            if (state != State.OPEN) {
                return false;
            }
            overflown = overflown || !outbox.add(frames);
            if (overflown) {
                server.dropped(frames.size());
            }
            return !overflown;
        }
    }

    @Override
    public void flush() {
        boolean slow;
        synchronized (lock) {
            slow = overflown;
        }
        if (slow) {
            end(SLOW_CONSUMER);
        } else {
            pump.run();
        }
    }

    @Override
    public void sendVolatile(List<Frame> frames) {
        if (isWritable()) {
            send(frames);
        } else {
            server.dropped(frames.size());
        }
    }

    @Override
    public boolean inOrder(Runnable task) {
        return inbox.task(task);
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (state == State.OPEN) {
                state = State.CLOSING;
            }
        }
        pump.run();
    }

    private Runnable nextWrite() {
        Runnable probe = upgrade == null ? null : upgrade.next();
        if (probe != null) {
            return probe;
        }
        boolean idle = outbox.isEmpty() && transport.isReady();
        if (idle && state == State.CLOSING) {
            return () -> end("forced close");
        }
        return transport.next(outbox);
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
            if (state == State.CLOSED
                    || !(transport instanceof PollingTransport polling)
                    || !ownership.admits(sender)) {
                return false;
            }
            parked = polling.park(exchange);
            releaseSoon();
        }
        if (!parked) {
            end(TRANSPORT_ERROR);
            exchange.refuse(EngineError.BAD_REQUEST);
        }
        pump.run();
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

    /** Takes the packets of a POST and returns its HTTP status. */
    int post(EngineRequest request, PostBody body) throws IOException {
        Optional<Object> sender = request.owner();
        synchronized (lock) {
            if (!ownership.admits(sender)) {
                return EngineError.BAD_REQUEST.status(); // it has become another one's since the request was admitted
            }
            posts++;
        }
        try {
            return incoming.post(body, server.options().maxHttpBufferSize());
        } finally {
            synchronized (lock) {
                posts--;
            }
        }
    }

    void send(Frame.Binary frame, WebSocketChannel channel, WebSocketChannel.SendCallback callback) {
        protocol.send(frame, channel, callback);
    }

    void sent(WebSocketTransport webSocket) {
        synchronized (lock) {
            webSocket.landed();
        }
        pump.run();
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
            end(TRANSPORT_ERROR);
        } else if (attempt != null && attempt.isOn(webSocket)) {
            abort(attempt);
        }
    }

    /** Returns what hears the WebSocket; empty if the session cannot change to it. */
    Optional<WebSocketReceiver> upgradeTo(EngineRequest request, WebSocketChannel channel) {
        Optional<Object> sender = request.owner();
        synchronized (lock) {
            if (state != State.OPEN
                    || upgrade != null
                    || !(transport instanceof PollingTransport polling)
                    || !ownership.admits(sender)) {
                return Optional.empty();
            }
            Upgrade attempt = new Upgrade(this, incoming, polling, new WebSocketTransport(this, channel), request);
            attempt.begin(server.timer().after(server.options().upgradeTimeout(), () -> abort(attempt)));
            upgrade = attempt;
            heartbeat.pause();
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
        pump.run();
        releasePoll(attempt);
    }

    private void releasePoll(Upgrade attempt) {
        synchronized (lock) {
            if (upgrade == attempt && outbox.isEmpty() && transport.isReady()) {
                outbox.add(List.of(Packets.NOOP_PACKET));
            }
        }
        pump.run();
    }

    /** Returns whether the WebSocket carries the session from now on. */
    boolean complete(Upgrade attempt) {
        Runnable release;
        boolean adopted;
        synchronized (lock) {
            if (upgrade != attempt || state == State.CLOSED) {
                return false;
            }
            release = attempt.polling().discard();
            transport = attempt.end();
            upgrade = null;
            adopted = ownership.adopt(attempt.binding()); // not yet, if a POST was on its way when it was admitted
        }
        release.run();
        if (adopted) {
            inbox.owned(attempt.binding().get());
        }
        heartbeat.resume();
        pump.run();
        inbox.upgraded(transport());
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
        heartbeat.resume();
    }

    /** The client closes the session. */
    void leave() {
        end(TRANSPORT_CLOSE, Packets.NOOP_PACKET);
    }

    void end(String reason) {
        end(reason, Packets.CLOSE_PACKET);
    }

    /**
     * Ends the session at once; what waits is dropped.
     *
     * @param farewell what a waiting poll is told; a NOOP to a client that closed the session itself
     */
    private void end(String reason, Frame farewell) {
        Upgrade attempt;
        Runnable goodbye;
        boolean forced;
        synchronized (lock) {
            if (state == State.CLOSED) {
                return;
            }
            forced = state == State.CLOSING;
            state = State.CLOSED;
            if (overflown) {
                server.dropped(outbox.size());
            }
            outbox.clear();
            if (farewell == Packets.NOOP_PACKET && !transport.isReady() && transport instanceof PollingTransport) {
                server.expectLastPoll(sid, protocol);
            }
            goodbye = transport.end(farewell);
            attempt = upgrade;
        }
        heartbeat.stop();
        server.forget(sid);
        goodbye.run();
        if (attempt != null) {
            abort(attempt);
        }
        inbox.end(forced ? "forced close" : reason);
    }
}
