package dev.tenon.realtime.engine;

import java.io.IOException;
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
    private final Carriage carriage;
    private final Entrance entrance;
    private State state = State.OPEN;

    Session(EngineServer server, Protocol protocol, String sid, Optional<Object> owner) {
        this.server = server;
        this.protocol = protocol;
        this.sid = sid;
        EngineOptions options = server.options();
        outbox = new Outbox(options.maxQueueSize(), options.maxQueueLength());
        inbox = new Inbox(server.executor(), options.maxQueueSize());
        heartbeat = server.heartbeat(protocol, () -> send(List.of(Packets.PING_PACKET)), () -> end("ping timeout"));
        incoming = new Incoming(this, protocol, inbox, heartbeat);
        Ownership ownership = new Ownership(owner);
        carriage = new Carriage(this, server, protocol, ownership, outbox, lock);
        entrance = new Entrance(lock, ownership, carriage, incoming, inbox);
    }

    /** Lets a WebSocket carry the session from its beginning. */
    WebSocketReceiver openOn(WebSocketChannel channel) {
        carriage.openOn(channel);
        return incoming;
    }

    void start(EngineListener listener) {
        heartbeat.start();
        inbox.start(listener);
        carriage.flush();
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
        return carriage.transport();
    }

    @Override
    public boolean isWritable() {
        synchronized (lock) {
            return state == State.OPEN && carriage.isIdle();
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
        return !isClosed();
    }

    boolean isClosed() {
        synchronized (lock) {
            return state == State.CLOSED;
        }
    }

    /** Returns whether the request may go on; see {@link Entrance}. */
    boolean admits(EngineRequest request) {
        return entrance.admits(request);
    }

    /** Takes the packets of a POST and returns its HTTP status. */
    int post(EngineRequest request, PostBody body) throws IOException {
        return entrance.post(request, body, server.options().maxHttpBufferSize());
    }

    void owned(Object sender) {
        inbox.owned(sender);
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
            boolean taken = outbox.add(frames);
            if (!taken) {
                server.dropped(frames.size());
            }
            return taken;
        }
    }

    @Override
    public void flush() {
        boolean slow;
        synchronized (lock) {
            slow = outbox.overflown();
        }
        if (slow) {
            end(SLOW_CONSUMER);
        } else {
            carriage.flush();
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
        carriage.flush();
    }

    /** Returns what is to be done when nothing waits to be written; null for nothing. Called under the lock. */
    Runnable whenIdle() {
        return state == State.CLOSING ? () -> end("forced close") : null;
    }

    /** Answers the poll when there is something to send; false, and no answer, if the session has no polls of this sender. */
    boolean poll(EngineRequest request, PollExchange exchange) {
        return carriage.poll(request, exchange);
    }

    /** Returns what hears the WebSocket; empty if the session cannot change to it. */
    Optional<WebSocketReceiver> upgradeTo(EngineRequest request, WebSocketChannel channel) {
        return carriage.upgradeTo(request, channel, incoming);
    }

    void upgradeBegins() {
        heartbeat.pause();
    }

    void upgradeEnds() {
        heartbeat.resume();
    }

    void upgraded() {
        inbox.upgraded(transport());
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
        Runnable goodbye;
        boolean forced;
        synchronized (lock) {
            if (state == State.CLOSED) {
                return;
            }
            forced = state == State.CLOSING;
            state = State.CLOSED;
            if (outbox.overflown()) {
                server.dropped(outbox.size());
            }
            outbox.clear();
            if (farewell == Packets.NOOP_PACKET && carriage.isBetweenPolls()) {
                server.expectLastPoll(sid, protocol);
            }
            goodbye = carriage.end(farewell);
        }
        heartbeat.stop();
        server.forget(sid);
        goodbye.run();
        inbox.end(forced ? "forced close" : reason);
    }
}
