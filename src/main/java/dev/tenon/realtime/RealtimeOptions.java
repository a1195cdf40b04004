package dev.tenon.realtime;

import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.web.WebOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How the Socket.IO server of an application works; the defaults are the reference's. Immutable. */
public final class RealtimeOptions {
    static final Duration MIN_TIME = Duration.ofMillis(1);
    static final Duration MAX_TIME = Duration.ofDays(1);
    static final int MIN_SIZE = 1 << 10;
    static final int MAX_SIZE = 1 << 30;
    static final int MAX_COUNT = 1_000_000;

    private final EngineOptions engine;
    private final WebOptions web;
    private final Duration connectTimeout;
    private final int maxEventsPerSecond;
    private final int maxNamespaces;
    private final Predicate<Handshake> allowRequest;
    private final boolean disconnectOnSessionEnd;
    private final boolean cleanupEmptyChildNamespaces;
    private final boolean connectionStateRecovery;
    private final Duration maxDisconnectionDuration;
    private final boolean skipMiddlewares;
    private final Optional<AdapterFactory> adapter;

    private RealtimeOptions(Builder builder) {
        engine = builder.engine.build();
        web = builder.web.build();
        connectTimeout = builder.connectTimeout;
        maxEventsPerSecond = builder.maxEventsPerSecond;
        maxNamespaces = builder.maxNamespaces;
        allowRequest = builder.allowRequest;
        disconnectOnSessionEnd = builder.disconnectOnSessionEnd;
        cleanupEmptyChildNamespaces = builder.cleanupEmptyChildNamespaces;
        connectionStateRecovery = builder.connectionStateRecovery;
        maxDisconnectionDuration = builder.maxDisconnectionDuration;
        skipMiddlewares = builder.skipMiddlewares;
        adapter = Optional.ofNullable(builder.adapter);
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns where clients connect, below the path of the application; it begins and ends with a slash. */
    public String path() {
        return web.path();
    }

    /** Returns whether clients ask for the path with its last slash. */
    public boolean addTrailingSlash() {
        return web.addTrailingSlash();
    }

    /** Returns how long the server waits between two pings. */
    public Duration pingInterval() {
        return engine.pingInterval();
    }

    /** Returns how long a client may take to answer a ping. */
    public Duration pingTimeout() {
        return engine.pingTimeout();
    }

    /** Returns how long a transport may take to replace another. */
    public Duration upgradeTimeout() {
        return engine.upgradeTimeout();
    }

    /** Returns how long a client may take to join its first namespace. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns how many bytes one message may have, and one body of long-polling. */
    public int maxHttpBufferSize() {
        return engine.maxHttpBufferSize();
    }

    /** Returns how many bytes may wait for one client. */
    public int maxQueueSize() {
        return (int) engine.maxQueueSize();
    }

    /** Returns how many messages may wait for one client. */
    public int maxQueueLength() {
        return engine.maxQueueLength();
    }

    /** Returns how many events one client may send per second; 0 for no limit. */
    public int maxEventsPerSecond() {
        return maxEventsPerSecond;
    }

    /** Returns how many namespaces one client may be in. */
    public int maxNamespaces() {
        return maxNamespaces;
    }

    /** Returns the names of the transports that clients may use. */
    public Set<String> transports() {
        return engine.transports();
    }

    /** Returns whether a connection may change its transport. */
    public boolean allowUpgrades() {
        return engine.allowUpgrades();
    }

    /** Returns whether {@code socket.io-client} 2, and what else speaks version 3 of Engine.IO, may connect. */
    public boolean allowEIO3() {
        return engine.allowEIO3();
    }

    /** Returns who decides which requests may open a connection. */
    public Predicate<Handshake> allowRequest() {
        return allowRequest;
    }

    /** Returns the origins that may connect beside the application's own; {@code *} stands for all. */
    public List<String> corsOrigin() {
        return web.corsOrigin();
    }

    /** Returns whether pages of those origins may send cookies. */
    public boolean corsCredentials() {
        return web.corsCredentials();
    }

    /** Returns whether the answers to polls are compressed. */
    public boolean httpCompression() {
        return web.httpCompression();
    }

    /** Returns from how many bytes on they are. */
    public int httpCompressionThreshold() {
        return web.httpCompressionThreshold();
    }

    /** Returns whether a WebSocket may use the container's extensions. */
    public boolean perMessageDeflate() {
        return web.perMessageDeflate();
    }

    /** Returns whether the files of the client are served. */
    public boolean serveClient() {
        return web.serveClient();
    }

    /** Returns whether the sockets of an HTTP session end with it. */
    public boolean disconnectOnSessionEnd() {
        return disconnectOnSessionEnd;
    }

    /** Returns whether a namespace that a client made ends with its last socket. */
    public boolean cleanupEmptyChildNamespaces() {
        return cleanupEmptyChildNamespaces;
    }

    /** Returns whether a client that was cut off gets its rooms, its data and what it missed when it comes back. */
    public boolean connectionStateRecovery() {
        return connectionStateRecovery;
    }

    /** Returns how long it may take. */
    public Duration maxDisconnectionDuration() {
        return maxDisconnectionDuration;
    }

    /** Returns whether middleware is passed over for it. */
    public boolean skipMiddlewares() {
        return skipMiddlewares;
    }

    /** Returns what makes the adapter of each namespace; empty for rooms of this server alone. */
    public Optional<AdapterFactory> adapter() {
        return adapter;
    }

    /** Returns how long a client may take to come back; empty if none can. */
    Optional<Duration> recovery() {
        return connectionStateRecovery ? Optional.of(maxDisconnectionDuration) : Optional.empty();
    }

    EngineOptions engine() {
        return engine;
    }

    WebOptions web() {
        return web;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private final EngineOptions.Builder engine = EngineOptions.builder();
        private final WebOptions.Builder web = WebOptions.builder();
        private Duration connectTimeout = Duration.ofSeconds(45);
        private int maxEventsPerSecond;
        private int maxNamespaces = 100;
        private Predicate<Handshake> allowRequest = handshake -> true;
        private boolean disconnectOnSessionEnd = true;
        private boolean cleanupEmptyChildNamespaces;
        private boolean connectionStateRecovery;
        private Duration maxDisconnectionDuration = Duration.ofMinutes(2);
        private boolean skipMiddlewares = true;
        private AdapterFactory adapter;

        private Builder() {}

        /**
         * Sets where clients connect, below the path of the application; {@code /socket.io/} unless set. A missing slash at the end is added.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or is nothing else, or has a star
         */
        public Builder path(String path) {
            web.path(path);
            return this;
        }

        /**
         * Sets whether clients ask for the path with its last slash, as stock ones do; true unless set. When false, a WebSocket opens at
         * {@code /socket.io}, for clients with {@code addTrailingSlash: false}.
         */
        public Builder addTrailingSlash(boolean addTrailingSlash) {
            web.addTrailingSlash(addTrailingSlash);
            return this;
        }

        /**
         * Sets how long the server waits between two pings, from 1 ms to 1 day; 25 seconds unless set. A client learns that the server is gone
         * after this and {@link #pingTimeout} together.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder pingInterval(Duration pingInterval) {
            engine.pingInterval(within("pingInterval", pingInterval, MIN_TIME, MAX_TIME));
            return this;
        }

        /**
         * Sets how long a client may take to answer a ping, from 1 ms to 1 day; 20 seconds unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder pingTimeout(Duration pingTimeout) {
            engine.pingTimeout(within("pingTimeout", pingTimeout, MIN_TIME, MAX_TIME));
            return this;
        }

        /**
         * Sets how long a transport may take to replace another, from 1 ms to 1 day; 10 seconds unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder upgradeTimeout(Duration upgradeTimeout) {
            engine.upgradeTimeout(within("upgradeTimeout", upgradeTimeout, MIN_TIME, MAX_TIME));
            return this;
        }

        /**
         * Sets how long a client may take to join its first namespace before its connection is closed, from 1 ms to 1 day; 45 seconds unless
         * set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = within("connectTimeout", connectTimeout, MIN_TIME, MAX_TIME);
            return this;
        }

        /**
         * Sets how many bytes one message may have, and one body of long-polling, from 1 KB to 1 GB; 1,000,000 unless set. A client that sends
         * more is disconnected.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxHttpBufferSize(int bytes) {
            engine.maxHttpBufferSize(within("maxHttpBufferSize", bytes, MIN_SIZE, MAX_SIZE));
            return this;
        }

        /**
         * Sets how many bytes may wait for one client, from 1 KB to 1 GB; 4 MB unless set. A client that reads so slowly that more would wait
         * loses volatile events first, and is then disconnected for the reason {@code slow consumer}. What was sent to many is kept once,
         * however many queues it waits in. As much may wait behind a handler of the client's own events; more of them are a {@code transport
         * error}.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxQueueSize(int bytes) {
            engine.maxQueueSize(within("maxQueueSize", bytes, MIN_SIZE, MAX_SIZE));
            return this;
        }

        /**
         * Sets the transports that clients may use: {@code polling}, {@code websocket} or both; both unless set.
         *
         * @throws IllegalArgumentException if there is none, or one is neither
         */
        public Builder transports(String... transports) {
            engine.transports(List.of(transports));
            return this;
        }

        /** Sets whether a connection may change from polling to WebSocket; true unless set. */
        public Builder allowUpgrades(boolean allowUpgrades) {
            engine.allowUpgrades(allowUpgrades);
            return this;
        }

        /**
         * Sets how many messages may wait for one client, from 1 to 1,000,000; 10,000 unless set. Beyond it the client is disconnected as
         * {@link #maxQueueSize} says.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxQueueLength(int messages) {
            engine.maxQueueLength(within("maxQueueLength", messages, 1, MAX_COUNT));
            return this;
        }

        /**
         * Sets who decides which requests may open a connection; all may unless set. Asked once for each new connection, with nothing in
         * {@code auth} yet, on the thread of the request, where it may wait. A client that is refused, or for which it throws, is answered 403.
         */
        public Builder allowRequest(Predicate<Handshake> allowRequest) {
            this.allowRequest = Objects.requireNonNull(allowRequest, "allowRequest");
            return this;
        }

        /**
         * Sets how many events one client may send per second on average, in all namespaces together, up to 1,000,000; 0, which it is unless
         * set, for no limit. After a pause, the events of up to ten seconds may come at once. A client that sends more is disconnected for the
         * reason {@code rate limit exceeded}; acks are not counted, requests to join a namespace are.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxEventsPerSecond(int events) {
            this.maxEventsPerSecond = within("maxEventsPerSecond", events, 0, MAX_COUNT);
            return this;
        }

        /**
         * Sets how many namespaces one client may be in over one connection, from 1 to 1,000,000; 100 unless set. Those that refused it, or that it
         * was disconnected from, count, until it connects again; those that it left do not. One that asks for more hears the {@code connect_error}
         * {@code Too many namespaces}.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxNamespaces(int namespaces) {
            this.maxNamespaces = within("maxNamespaces", namespaces, 1, MAX_COUNT);
            return this;
        }

        /**
         * Sets the origins, such as {@code https://shop.example}, that may connect beside the application's own.
         * {@code *} lets every page of the web connect, on WebSocket with the cookies of its visitor: not for applications that trust
         * cookies. None unless set.
         *
         * @throws IllegalArgumentException if one is neither an origin nor {@code *}
         */
        public Builder corsOrigin(String... origins) {
            web.corsOrigin(List.of(origins));
            return this;
        }

        /**
         * Sets the methods that the answer to a browser's preflight names; {@code GET} and {@code POST} unless set.
         *
         * @throws IllegalArgumentException if one is no word of HTTP
         */
        public Builder corsMethods(String... methods) {
            web.corsMethods(List.of(methods));
            return this;
        }

        /**
         * Sets the headers that the answer to a browser's preflight names; whatever the page asks for unless set.
         *
         * @throws IllegalArgumentException if one is no word of HTTP
         */
        public Builder corsAllowedHeaders(String... headers) {
            web.corsAllowedHeaders(List.of(headers));
            return this;
        }

        /**
         * Sets whether pages of other origins may send cookies with their polls; unless set, those of named origins may, and with {@code *} none.
         * {@link #build} throws if it is true for {@code *}, because no browser would accept that.
         */
        public Builder corsCredentials(boolean credentials) {
            web.corsCredentials(credentials);
            return this;
        }

        /**
         * Sets how long a browser may keep the answer to a preflight, up to 1 day; unless set, or when zero, as long as it likes.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder corsMaxAge(Duration maxAge) {
            web.corsMaxAge(within("corsMaxAge", maxAge, Duration.ZERO, MAX_TIME));
            return this;
        }

        /**
         * Sets the name of a cookie that tells the secret id of a connection to a load balancer, such as {@code io}; no cookie unless set. Tenon
         * itself reads it nowhere. Over TLS it is {@code Secure}.
         *
         * @throws IllegalArgumentException if no cookie can have the name
         */
        public Builder cookie(String name) {
            web.cookie(name);
            return this;
        }

        /**
         * Sets the path of that cookie; {@code /} unless set.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or no cookie can have it
         */
        public Builder cookiePath(String path) {
            web.cookiePath(path);
            return this;
        }

        /** Sets whether that cookie is kept from scripts; true unless set. */
        public Builder cookieHttpOnly(boolean httpOnly) {
            web.cookieHttpOnly(httpOnly);
            return this;
        }

        /**
         * Sets with which requests of other sites that cookie goes: {@code Strict}, {@code Lax} or {@code None}; {@code Lax} unless set.
         *
         * @throws IllegalArgumentException if it is another word
         */
        public Builder cookieSameSite(String sameSite) {
            web.cookieSameSite(sameSite);
            return this;
        }

        /** Sets whether the answers to polls are compressed with gzip or deflate for clients that can read it; true unless set. */
        public Builder httpCompression(boolean compression) {
            web.httpCompression(compression);
            return this;
        }

        /**
         * Sets from how many bytes on they are, up to 1 GB; 1024 unless set.
         *
         * @throws IllegalArgumentException if it is negative or larger
         */
        public Builder httpCompressionThreshold(int bytes) {
            web.httpCompressionThreshold(within("httpCompressionThreshold", bytes, 0, MAX_SIZE));
            return this;
        }

        /**
         * Sets whether a WebSocket may use the extensions that the container has, where that is {@code permessage-deflate}; false unless set,
         * because it costs much memory for each connection. How large a message must be, and how it is compressed, is the container's.
         */
        public Builder perMessageDeflate(boolean deflate) {
            web.perMessageDeflate(deflate);
            return this;
        }

        /**
         * Sets whether the files of the stock client, such as {@code /socket.io/socket.io.js}, are served where the application brings them: in
         * {@code WEB-INF/socket.io-client} or as a WebJar; true unless set. Where it does not, they are answered 404.
         */
        public Builder serveClient(boolean serve) {
            web.serveClient(serve);
            return this;
        }

        /**
         * Sets whether {@code socket.io-client} 2, and what else speaks version 3 of Engine.IO, may connect; false unless set. Such a client
         * knows one id, the secret one of its connection: {@link Socket#id} is another, and the server reaches the client by either.
         */
        public Builder allowEIO3(boolean allowEIO3) {
            engine.allowEIO3(allowEIO3);
            return this;
        }

        /**
         * Sets whether the sockets of an HTTP session are disconnected when it ends, by logout or by expiry; true unless set. When false,
         * a socket outlives its session, and {@link SocketSession#access} returns false from then on.
         */
        public Builder disconnectOnSessionEnd(boolean disconnectOnSessionEnd) {
            this.disconnectOnSessionEnd = disconnectOnSessionEnd;
            return this;
        }

        /**
         * Sets whether a namespace that a client made, by {@link Realtime#of(java.util.regex.Pattern)} or {@link Realtime#of(NamespaceRule)},
         * ends when its last socket leaves; false unless set. The next client that asks for it makes it again.
         */
        public Builder cleanupEmptyChildNamespaces(boolean cleanupEmptyChildNamespaces) {
            this.cleanupEmptyChildNamespaces = cleanupEmptyChildNamespaces;
            return this;
        }

        /**
         * Sets whether a client that was cut off, and comes back in time, is the same socket again: with its id, its rooms, its {@link Socket#data},
         * and the events that it missed; false unless set. Each event then has one argument more for the client, its offset. What is kept in memory
         * for each namespace is bounded: 16 MB of events and 10,000 sockets.
         */
        public Builder connectionStateRecovery(boolean connectionStateRecovery) {
            this.connectionStateRecovery = connectionStateRecovery;
            return this;
        }

        /**
         * Sets how long a client that was cut off may take to come back, from 1 ms to 1 day; 2 minutes unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxDisconnectionDuration(Duration maxDisconnectionDuration) {
            this.maxDisconnectionDuration =
                    within("maxDisconnectionDuration", maxDisconnectionDuration, MIN_TIME, MAX_TIME);
            return this;
        }

        /** Sets whether a socket that comes back passes over the middleware of its namespace, which let it in before; true unless set. */
        public Builder skipMiddlewares(boolean skipMiddlewares) {
            this.skipMiddlewares = skipMiddlewares;
            return this;
        }

        /** Sets what makes the adapter of each namespace; rooms of this server alone, kept in memory, unless set. */
        public Builder adapter(AdapterFactory adapter) {
            this.adapter = Objects.requireNonNull(adapter, "adapter");
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalArgumentException if cookies are allowed to pages of every origin
         */
        public RealtimeOptions build() {
            return new RealtimeOptions(this);
        }

        private static <C extends Comparable<C>> C within(String name, C value, C min, C max) {
            if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
                throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ", not " + value);
            }
            return value;
        }
    }
}
