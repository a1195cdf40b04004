package dev.tenon.realtime.engine;

import dev.tenon.json.Json;
import dev.tenon.kernel.Counter;
import dev.tenon.kernel.Timer;
import dev.tenon.kernel.Tokens;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * An Engine.IO server: the table of its sessions, and who may reach them. Thread-safe. No call blocks, except
 * {@link #post} while it reads, and listeners.
 */
public final class EngineServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(EngineServer.class.getName());
    private static final int SID_BYTES = 16;
    private static final Duration LAST_POLL = Duration.ofSeconds(1);
    private static final String SHUTTING_DOWN = "server shutting down";

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Protocol> lastPolls = new ConcurrentHashMap<>();
    private final EngineOptions options;
    private final Timer timer;
    private final Executor executor;
    private final EngineAcceptor acceptor;
    private final Counter dropped;
    private final LongSupplier clock;
    private volatile boolean closed;

    /**
     * Sets how the server works.
     *
     * @param executor tells listeners the end of their session, which may be noticed by a timer or a sender
     * @param dropped counts the messages that were lost: volatile ones, and those that a slow consumer could not take
     */
    public EngineServer(
            EngineOptions options, Timer timer, Executor executor, EngineAcceptor acceptor, Counter dropped) {
        this(options, timer, executor, acceptor, dropped, System::nanoTime);
    }

    EngineServer(
            EngineOptions options,
            Timer timer,
            Executor executor,
            EngineAcceptor acceptor,
            Counter dropped,
            LongSupplier clock) {
        this.options = options;
        this.timer = timer;
        this.executor = executor;
        this.acceptor = acceptor;
        this.dropped = dropped;
        this.clock = clock;
    }

    /** Returns a new secret id for a session. */
    public static String newSid() {
        return Tokens.base64Url(SID_BYTES);
    }

    /** Returns why the request must be refused, like {@link #verify}; asks the acceptor, too, when it opens a session. */
    public Optional<EngineError> admit(EngineRequest request) {
        Optional<EngineError> error = verify(request);
        boolean refused = error.isEmpty() && request.sid().isEmpty() && !isAllowed(request.handshake());
        return refused ? Optional.of(EngineError.FORBIDDEN) : error;
    }

    private boolean isAllowed(EngineHandshake handshake) {
        try {
            return acceptor.allows(handshake);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-R09 A handshake is refused because whoever had to allow it failed", e);
            return false;
        }
    }

    /** Returns why the request must be refused; empty if it may go on to {@link #get}, {@link #post} or {@link #webSocket}. */
    public Optional<EngineError> verify(EngineRequest request) {
        String transport = request.parameter("transport");
        if (transport == null || !options.transports().contains(transport)) {
            return Optional.of(EngineError.UNKNOWN_TRANSPORT);
        }
        boolean webSocket = transport.equals(EngineOptions.WEBSOCKET);
        Optional<EngineError> error =
                request.sid().map(sid -> verifyKnown(request, sid, webSocket)).orElseGet(() -> verifyOpening(request));
        return error.isEmpty() && webSocket != request.isUpgrade() ? Optional.of(EngineError.BAD_REQUEST) : error;
    }

    private Optional<EngineError> verifyOpening(EngineRequest request) {
        if (!request.method().equals("GET")) {
            return Optional.of(EngineError.BAD_HANDSHAKE_METHOD);
        }
        return protocol(request).isPresent() ? Optional.empty() : Optional.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
    }

    private Optional<Protocol> protocol(EngineRequest request) {
        String version = request.parameter("EIO");
        if ("3".equals(version) && options.allowEIO3()) {
            String base64 = request.parameter("b64");
            return Optional.of(base64 == null || base64.isEmpty() ? Protocol3.BINARY : Protocol3.BASE64);
        }
        return "4".equals(version) ? Optional.of(Protocol4.INSTANCE) : Optional.empty();
    }

    private Optional<EngineError> verifyKnown(EngineRequest request, String sid, boolean webSocket) {
        Session session = sessions.get(sid);
        if (session == null || !session.isAlive()) {
            boolean lastPoll = lastPolls.containsKey(sid) && request.method().equals("GET");
            return lastPoll ? Optional.empty() : Optional.of(EngineError.UNKNOWN_SID);
        }
        boolean fits = webSocket ? options.allowUpgrades() : session.transport().equals(EngineOptions.POLLING);
        return fits && session.admits(request) ? Optional.empty() : Optional.of(EngineError.BAD_REQUEST);
    }

    /** Takes a verified GET: it opens a session, or waits until its session has something to send. */
    public void get(EngineRequest request, PollExchange exchange) {
        request.sid().ifPresentOrElse(sid -> poll(request, sid, exchange), () -> open(request, exchange));
    }

    private void poll(EngineRequest request, String sid, PollExchange exchange) {
        Session session = sessions.get(sid);
        boolean taken = session != null && session.poll(request, exchange);
        if (!taken) {
            lastPoll(lastPolls.remove(sid), exchange);
        }
    }

    private static void lastPoll(Protocol expected, PollExchange exchange) {
        if (expected == null) {
            exchange.refuse(EngineError.UNKNOWN_SID);
        } else {
            exchange.answer(expected.encode(List.of(Packets.NOOP_PACKET)), true, false);
        }
    }

    private void open(EngineRequest request, PollExchange exchange) {
        EngineHandshake handshake = request.handshake();
        Session opened = newSession(request, handshake);
        start(opened, handshake);
        opened.poll(request, exchange);
    }

    /**
     * Takes a verified POST, and hands its messages to the listener of the session.
     *
     * @return the HTTP status: 200, 400, or 413 for a body that is too large
     * @throws IOException if the client went away while it was read; its session is ended
     */
    public int post(EngineRequest request, PostBody body) throws IOException {
        Session session = request.sid().map(sessions::get).orElse(null);
        return session == null ? EngineError.UNKNOWN_SID.status() : session.post(request, body);
    }

    /**
     * Takes a verified WebSocket that was opened: it opens a session, or wants to carry one.
     *
     * @return what hears it; empty if its session cannot change to it any more, and it is to be closed
     */
    public Optional<WebSocketReceiver> webSocket(EngineRequest request, WebSocketChannel channel) {
        if (request.sid().isPresent()) {
            return request.sid().map(sessions::get).flatMap(session -> session.upgradeTo(request, channel));
        }
        EngineHandshake handshake = request.handshake();
        Session opened = newSession(request, handshake);
        WebSocketReceiver receiver = opened.openOn(channel);
        start(opened, handshake);
        return Optional.of(receiver);
    }

    /** Returns how many bytes wait to be sent, in all sessions together. */
    public long queueBytes() {
        return sessions.values().stream().mapToLong(Session::queueBytes).sum();
    }

    void dropped(int messages) {
        dropped.add(messages);
    }

    /** Ends all sessions; their listeners hear {@code server shutting down}. */
    @Override
    public void close() {
        closed = true;
        sessions.values().forEach(session -> session.end(SHUTTING_DOWN));
    }

    private Session newSession(EngineRequest request, EngineHandshake handshake) {
        Protocol protocol = protocol(request).orElseThrow(() -> new IllegalArgumentException("a request not verified"));
        return new Session(this, protocol, request.reservedSid().orElseGet(EngineServer::newSid), handshake.owner());
    }

    private void start(Session session, EngineHandshake handshake) {
        sessions.put(session.sid(), session);
        try {
            session.send(List.of(openPacket(session)));
            session.start(acceptor.accept(session, handshake));
        } catch (RuntimeException e) {
            session.end(Session.TRANSPORT_ERROR);
            throw e;
        }
        if (closed) {
            session.end(SHUTTING_DOWN);
        }
    }

    private Frame openPacket(Session session) {
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("sid", session.sid());
        open.put("upgrades", options.upgradesFrom(session.transport()));
        open.put("pingInterval", options.pingInterval().toMillis());
        open.put("pingTimeout", options.pingTimeout().toMillis());
        open.put("maxPayload", options.maxHttpBufferSize());
        return new Frame.Text(Packets.OPEN, Json.write(open));
    }

    EngineOptions options() {
        return options;
    }

    Timer timer() {
        return timer;
    }

    Executor executor() {
        return executor;
    }

    Heartbeat heartbeat(Protocol protocol, Runnable ping, Runnable expire) {
        return new Heartbeat(options, protocol.clientPings(), timer, clock, ping, expire);
    }

    /** Answers one poll of a session that its client closed a moment ago: sent before, it was overtaken on another connection. */
    void expectLastPoll(String sid, Protocol protocol) {
        lastPolls.put(sid, protocol);
        timer.after(LAST_POLL, () -> lastPolls.remove(sid));
    }

    void forget(String sid) {
        sessions.remove(sid);
    }
}
