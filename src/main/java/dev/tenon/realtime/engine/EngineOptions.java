package dev.tenon.realtime.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How an {@link EngineServer} behaves; the defaults are the reference server's. Immutable. */
public final class EngineOptions {
    /** The name of HTTP long-polling. */
    public static final String POLLING = "polling";

    /** The name of WebSocket. */
    public static final String WEBSOCKET = "websocket";

    private final Duration pingInterval;
    private final Duration pingTimeout;
    private final Duration upgradeTimeout;
    private final int maxHttpBufferSize;
    private final long maxQueueSize;
    private final int maxQueueLength;
    private final Set<String> transports;
    private final boolean allowUpgrades;
    private final boolean allowEIO3;

    private EngineOptions(Builder builder) {
        pingInterval = builder.pingInterval;
        pingTimeout = builder.pingTimeout;
        upgradeTimeout = builder.upgradeTimeout;
        maxHttpBufferSize = builder.maxHttpBufferSize;
        maxQueueSize = builder.maxQueueSize;
        maxQueueLength = builder.maxQueueLength;
        transports = Set.copyOf(builder.transports);
        allowUpgrades = builder.allowUpgrades;
        allowEIO3 = builder.allowEIO3;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how long after one pong the next ping goes out; 25 seconds by default. */
    public Duration pingInterval() {
        return pingInterval;
    }

    /** Returns how long the client may take to answer a ping; 20 seconds by default. */
    public Duration pingTimeout() {
        return pingTimeout;
    }

    /** Returns how long an upgrade to another transport may take; 10 seconds by default. */
    public Duration upgradeTimeout() {
        return upgradeTimeout;
    }

    /** Returns how many bytes one request body or one WebSocket message may have, which clients are told as {@code maxPayload}; 1,000,000 by default. */
    public int maxHttpBufferSize() {
        return maxHttpBufferSize;
    }

    /** Returns how many bytes may wait for one client, in either direction; 4 MiB by default. */
    public long maxQueueSize() {
        return maxQueueSize;
    }

    /** Returns how many messages may wait to be sent to one client; 10,000 by default. */
    public int maxQueueLength() {
        return maxQueueLength;
    }

    /** Returns the names of the transports that clients may use; {@value #POLLING} and {@value #WEBSOCKET} by default. */
    public Set<String> transports() {
        return transports;
    }

    /** Returns whether a session may change its transport; true by default. */
    public boolean allowUpgrades() {
        return allowUpgrades;
    }

    /** Returns whether clients may speak version 3 of the protocol; false by default. */
    public boolean allowEIO3() {
        return allowEIO3;
    }

    List<String> upgradesFrom(String transport) {
        boolean upgradable = allowUpgrades && transport.equals(POLLING) && transports.contains(WEBSOCKET);
        return upgradable ? List.of(WEBSOCKET) : List.of();
    }

    /** Returns these options without WebSocket, for a server that has none. */
    public EngineOptions pollingOnly() {
        return new Builder(this).transports(List.of(POLLING)).build();
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private Duration pingInterval = Duration.ofSeconds(25);
        private Duration pingTimeout = Duration.ofSeconds(20);
        private Duration upgradeTimeout = Duration.ofSeconds(10);
        private int maxHttpBufferSize = 1_000_000;
        private long maxQueueSize = 4L << 20;
        private int maxQueueLength = 10_000;
        private Set<String> transports = Set.of(POLLING, WEBSOCKET);
        private boolean allowUpgrades = true;
        private boolean allowEIO3;

        private Builder() {}

        private Builder(EngineOptions options) {
            pingInterval = options.pingInterval;
            pingTimeout = options.pingTimeout;
            upgradeTimeout = options.upgradeTimeout;
            maxHttpBufferSize = options.maxHttpBufferSize;
            maxQueueSize = options.maxQueueSize;
            maxQueueLength = options.maxQueueLength;
            transports = options.transports;
            allowUpgrades = options.allowUpgrades;
            allowEIO3 = options.allowEIO3;
        }

        /**
         * Sets how long after one pong the next ping goes out.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder pingInterval(Duration interval) {
            pingInterval = positive("pingInterval", interval);
            return this;
        }

        /**
         * Sets how long the client may take to answer a ping.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder pingTimeout(Duration timeout) {
            pingTimeout = positive("pingTimeout", timeout);
            return this;
        }

        /**
         * Sets how long an upgrade to another transport may take.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder upgradeTimeout(Duration timeout) {
            upgradeTimeout = positive("upgradeTimeout", timeout);
            return this;
        }

        /**
         * Sets how many bytes one request body or one WebSocket message may have.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxHttpBufferSize(int bytes) {
            maxHttpBufferSize = (int) positive("maxHttpBufferSize", bytes);
            return this;
        }

        /**
         * Sets how many bytes may wait for one client. A client for which more would wait is too slow, and its session ends; so does one
         * whose messages arrive so much faster than they are handled. One message larger than that is sent when nothing waits before it.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxQueueSize(long bytes) {
            maxQueueSize = positive("maxQueueSize", bytes);
            return this;
        }

        /**
         * Sets how many messages may wait to be sent to one client, each attachment counted; a client for which more would wait is too slow,
         * and its session ends.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxQueueLength(int messages) {
            maxQueueLength = (int) positive("maxQueueLength", messages);
            return this;
        }

        /**
         * Sets the names of the transports that clients may use.
         *
         * @throws IllegalArgumentException if there is none, or one is neither {@value #POLLING} nor {@value #WEBSOCKET}
         */
        public Builder transports(Collection<String> names) {
            if (names.isEmpty() || !Set.of(POLLING, WEBSOCKET).containsAll(names)) {
                throw new IllegalArgumentException("transports: " + names + " is not polling, websocket or both");
            }
            transports = new LinkedHashSet<>(names);
            return this;
        }

        /** Sets whether a session may change its transport. */
        public Builder allowUpgrades(boolean allowUpgrades) {
            this.allowUpgrades = allowUpgrades;
            return this;
        }

        /** Sets whether clients may speak version 3 of the protocol, as {@code socket.io-client} 1 and 2 do. */
        public Builder allowEIO3(boolean allowEIO3) {
            this.allowEIO3 = allowEIO3;
            return this;
        }

        /** Returns the options. */
        public EngineOptions build() {
            return new EngineOptions(this);
        }

        private static Duration positive(String option, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(option + ": " + value + " is not positive");
            }
            return value;
        }

        private static long positive(String option, long value) {
            if (value <= 0) {
                throw new IllegalArgumentException(option + ": " + value + " is not positive");
            }
            return value;
        }
    }
}
