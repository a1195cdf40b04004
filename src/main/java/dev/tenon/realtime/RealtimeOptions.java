package dev.tenon.realtime;

import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.protocol.Parser;
import dev.tenon.realtime.web.WebOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** How the Socket.IO server of an application works; the defaults are the reference's. Immutable. */
public final class RealtimeOptions {
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
    private final Parser parser;

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
        parser = builder.parser;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how long a client may take to join its first namespace. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns how many events one client may send per second; 0 for no limit. */
    public int maxEventsPerSecond() {
        return maxEventsPerSecond;
    }

    /** Returns how many namespaces one client may be in. */
    public int maxNamespaces() {
        return maxNamespaces;
    }

    /** Returns who decides which requests may open a connection. */
    public Predicate<Handshake> allowRequest() {
        return allowRequest;
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

    /** Returns how packets travel. */
    public Parser parser() {
        return parser;
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
    public static final class Builder extends WebPart<Builder> {
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
        private Parser parser = Parser.json();

        private Builder() {}

        @Override
        Builder self() {
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
         * Sets how packets travel; {@link Parser#json} unless set. Clients have to use the same: those with {@code socket.io-msgpack-parser}, and the
         * bundle {@code socket.io.msgpack.min.js}, need {@link Parser#msgpack}.
         */
        public Builder parser(Parser parser) {
            this.parser = Objects.requireNonNull(parser, "parser");
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
    }
}
