package dev.tenon.realtime;

import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.adapter.MemoryAdapter;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.web.CorsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How the Socket.IO server of an application works; the defaults are the reference's. Immutable. */
public final class RealtimeOptions {
    static final Duration MIN_TIME = Duration.ofMillis(1);
    static final Duration MAX_TIME = Duration.ofDays(1);
    static final int MIN_SIZE = 1 << 10;
    static final int MAX_SIZE = 1 << 30;
    static final int MAX_COUNT = 1_000_000;

    private final String path;
    private final Duration pingInterval;
    private final Duration pingTimeout;
    private final Duration upgradeTimeout;
    private final Duration connectTimeout;
    private final int maxHttpBufferSize;
    private final int maxQueueSize;
    private final int maxQueueLength;
    private final int maxEventsPerSecond;
    private final List<String> corsOrigin;
    private final boolean allowEIO3;
    private final boolean disconnectOnSessionEnd;
    private final boolean cleanupEmptyChildNamespaces;
    private final AdapterFactory adapter;

    private RealtimeOptions(Builder builder) {
        path = builder.path;
        pingInterval = builder.pingInterval;
        pingTimeout = builder.pingTimeout;
        upgradeTimeout = builder.upgradeTimeout;
        connectTimeout = builder.connectTimeout;
        maxHttpBufferSize = builder.maxHttpBufferSize;
        maxQueueSize = builder.maxQueueSize;
        maxQueueLength = builder.maxQueueLength;
        maxEventsPerSecond = builder.maxEventsPerSecond;
        corsOrigin = builder.corsOrigin;
        allowEIO3 = builder.allowEIO3;
        disconnectOnSessionEnd = builder.disconnectOnSessionEnd;
        cleanupEmptyChildNamespaces = builder.cleanupEmptyChildNamespaces;
        adapter = builder.adapter;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns where clients connect, below the path of the application; it begins and ends with a slash. */
    public String path() {
        return path;
    }

    /** Returns how long the server waits between two pings. */
    public Duration pingInterval() {
        return pingInterval;
    }

    /** Returns how long a client may take to answer a ping. */
    public Duration pingTimeout() {
        return pingTimeout;
    }

    /** Returns how long a transport may take to replace another. */
    public Duration upgradeTimeout() {
        return upgradeTimeout;
    }

    /** Returns how long a client may take to join its first namespace. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns how many bytes one message may have, and one body of long-polling. */
    public int maxHttpBufferSize() {
        return maxHttpBufferSize;
    }

    /** Returns how many bytes may wait for one client. */
    public int maxQueueSize() {
        return maxQueueSize;
    }

    /** Returns how many messages may wait for one client. */
    public int maxQueueLength() {
        return maxQueueLength;
    }

    /** Returns how many events one client may send per second; 0 for no limit. */
    public int maxEventsPerSecond() {
        return maxEventsPerSecond;
    }

    /** Returns the origins that may connect beside the application's own; {@code *} stands for all. */
    public List<String> corsOrigin() {
        return corsOrigin;
    }

    /** Returns whether {@code socket.io-client} 2, and what else speaks version 3 of Engine.IO, may connect. */
    public boolean allowEIO3() {
        return allowEIO3;
    }

    /** Returns whether the sockets of an HTTP session end with it. */
    public boolean disconnectOnSessionEnd() {
        return disconnectOnSessionEnd;
    }

    /** Returns whether a namespace that a client made ends with its last socket. */
    public boolean cleanupEmptyChildNamespaces() {
        return cleanupEmptyChildNamespaces;
    }

    /** Returns what makes the adapter of each namespace. */
    public AdapterFactory adapter() {
        return adapter;
    }

    EngineOptions engine() {
        return EngineOptions.builder()
                .pingInterval(pingInterval)
                .pingTimeout(pingTimeout)
                .upgradeTimeout(upgradeTimeout)
                .maxHttpBufferSize(maxHttpBufferSize)
                .maxQueueSize(maxQueueSize)
                .maxQueueLength(maxQueueLength)
                .allowEIO3(allowEIO3)
                .build();
    }

    CorsOptions cors() {
        return cors(corsOrigin);
    }

    private static CorsOptions cors(List<String> origins) {
        return CorsOptions.of(origins, !origins.contains(CorsOptions.ANY));
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private String path = "/socket.io/";
        private Duration pingInterval = Duration.ofSeconds(25);
        private Duration pingTimeout = Duration.ofSeconds(20);
        private Duration upgradeTimeout = Duration.ofSeconds(10);
        private Duration connectTimeout = Duration.ofSeconds(45);
        private int maxHttpBufferSize = 1_000_000;
        private int maxQueueSize = 4 << 20;
        private int maxQueueLength = 10_000;
        private int maxEventsPerSecond;
        private List<String> corsOrigin = List.of();
        private boolean allowEIO3;
        private boolean disconnectOnSessionEnd = true;
        private boolean cleanupEmptyChildNamespaces;
        private AdapterFactory adapter = MemoryAdapter::new;

        private Builder() {}

        /**
         * Sets where clients connect, below the path of the application; {@code /socket.io/} unless set. A missing slash at the end is added.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or is nothing else, or has a star
         */
        public Builder path(String path) {
            String full = path.endsWith("/") ? path : path + "/";
            if (!full.matches("/([^/*{}?#]+/)+")) {
                throw new IllegalArgumentException("path must be like /socket.io/, not '" + path + "'");
            }
            this.path = full;
            return this;
        }

        /**
         * Sets how long the server waits between two pings, from 1 ms to 1 day; 25 seconds unless set. A client learns that the server is gone
         * after this and {@link #pingTimeout} together.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder pingInterval(Duration pingInterval) {
            this.pingInterval = within("pingInterval", pingInterval, MIN_TIME, MAX_TIME);
            return this;
        }

        /**
         * Sets how long a client may take to answer a ping, from 1 ms to 1 day; 20 seconds unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder pingTimeout(Duration pingTimeout) {
            this.pingTimeout = within("pingTimeout", pingTimeout, MIN_TIME, MAX_TIME);
            return this;
        }

        /**
         * Sets how long a transport may take to replace another, from 1 ms to 1 day; 10 seconds unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder upgradeTimeout(Duration upgradeTimeout) {
            this.upgradeTimeout = within("upgradeTimeout", upgradeTimeout, MIN_TIME, MAX_TIME);
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
            this.maxHttpBufferSize = within("maxHttpBufferSize", bytes, MIN_SIZE, MAX_SIZE);
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
            this.maxQueueSize = within("maxQueueSize", bytes, MIN_SIZE, MAX_SIZE);
            return this;
        }

        /**
         * Sets how many messages may wait for one client, from 1 to 1,000,000; 10,000 unless set. Beyond it the client is disconnected as
         * {@link #maxQueueSize} says.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxQueueLength(int messages) {
            this.maxQueueLength = within("maxQueueLength", messages, 1, MAX_COUNT);
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
         * Sets the origins, such as {@code https://shop.example}, that may connect beside the application's own; their pages may send cookies.
         * {@code *} lets every page of the web connect, on WebSocket with the cookies of its visitor: not for applications that trust
         * cookies. None unless set.
         *
         * @throws IllegalArgumentException if one is neither an origin nor {@code *}
         */
        public Builder corsOrigin(String... origins) {
            this.corsOrigin = List.of(origins);
            cors(corsOrigin);
            return this;
        }

        /**
         * Sets whether {@code socket.io-client} 2, and what else speaks version 3 of Engine.IO, may connect; false unless set. Such a client
         * knows one id, the secret one of its connection: {@link Socket#id} is another, and the server reaches the client by either.
         */
        public Builder allowEIO3(boolean allowEIO3) {
            this.allowEIO3 = allowEIO3;
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

        /** Sets what makes the adapter of each namespace; rooms of this server alone, kept in memory, unless set. */
        public Builder adapter(AdapterFactory adapter) {
            this.adapter = Objects.requireNonNull(adapter, "adapter");
            return this;
        }

        /** Returns the options. */
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
