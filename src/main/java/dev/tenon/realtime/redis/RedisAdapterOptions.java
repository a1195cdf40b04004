package dev.tenon.realtime.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** Which Redis carries the messages, and how; the defaults are those of {@code @socket.io/redis-adapter}. Immutable. */
public final class RedisAdapterOptions {
    static final Duration MIN_TIME = Duration.ofMillis(1);
    static final Duration MAX_TIME = Duration.ofMinutes(10);
    static final int MIN_LEN = 100;
    static final int MAX_LEN = 10_000_000;

    private final URI url;
    private final String key;
    private final Duration requestsTimeout;
    private final boolean publishOnSpecificResponseChannel;

    private final boolean streams;
    private final int maxLen;

    private final boolean sharded;
    private final SubscriptionMode subscriptionMode;

    private RedisAdapterOptions(Builder builder) {
        streams = builder.streams;
        maxLen = builder.maxLen;
        sharded = builder.sharded;
        subscriptionMode = builder.subscriptionMode;
        url = builder.url;
        key = builder.key;
        requestsTimeout = builder.requestsTimeout;
        publishOnSpecificResponseChannel = builder.publishOnSpecificResponseChannel;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns where Redis is; it may hold a user and a password. */
    public URI url() {
        return url;
    }

    /** Returns what the names of all channels begin with. */
    public String key() {
        return key;
    }

    /** Returns how long other servers may take to answer. */
    public Duration requestsTimeout() {
        return requestsTimeout;
    }

    /** Returns whether answers go to the server that asked, and to no other. */
    public boolean publishOnSpecificResponseChannel() {
        return publishOnSpecificResponseChannel;
    }

    /** Returns whether broadcasts go through a stream, which keeps them for clients that come back. */
    public boolean streams() {
        return streams;
    }

    /** Returns how many messages the stream keeps, about. */
    public int maxLen() {
        return maxLen;
    }

    /** Returns whether sharded channels carry the messages. */
    public boolean sharded() {
        return sharded;
    }

    /** Returns which rooms have a sharded channel of their own. */
    public SubscriptionMode subscriptionMode() {
        return subscriptionMode;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private URI url = URI.create("redis://localhost:6379");
        private String key = "socket.io";
        private Duration requestsTimeout = Duration.ofSeconds(5);
        private boolean publishOnSpecificResponseChannel;

        private boolean streams;
        private int maxLen = 10_000;

        private boolean sharded;
        private SubscriptionMode subscriptionMode = SubscriptionMode.DYNAMIC;

        private Builder() {}

        /**
         * Sets where Redis is, such as {@code redis://user:password@host:6379/0}; {@code rediss} for TLS; {@code redis://localhost:6379} unless
         * set. Publishing knows no databases: a number only says which one the user may use.
         *
         * @throws IllegalArgumentException if it is not a URL of Redis
         */
        public Builder url(String url) {
            this.url = checked(url);
            return this;
        }

        /**
         * Sets what the names of all channels begin with; {@code socket.io} unless set. Servers of one cluster have the same.
         *
         * @throws IllegalArgumentException if it is empty, or has white space
         */
        public Builder key(String key) {
            if (key.isEmpty() || key.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("key must be a word, not '" + key + "'");
            }
            this.key = key;
            return this;
        }

        /**
         * Sets how long other servers may take to answer {@code fetchSockets} and {@code serverSideEmit}, from 1 ms to 10 minutes; 5 seconds
         * unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder requestsTimeout(Duration requestsTimeout) {
            if (requestsTimeout.compareTo(MIN_TIME) < 0 || requestsTimeout.compareTo(MAX_TIME) > 0) {
                throw new IllegalArgumentException(
                        "requestsTimeout must be from " + MIN_TIME + " to " + MAX_TIME + ", not " + requestsTimeout);
            }
            this.requestsTimeout = requestsTimeout;
            return this;
        }

        /**
         * Sets whether answers go to the server that asked, and to no other; false unless set. Better where all servers of the cluster have
         * version 8 of the reference's adapter or Tenon; older ones do not listen there.
         */
        public Builder publishOnSpecificResponseChannel(boolean specific) {
            publishOnSpecificResponseChannel = specific;
            return this;
        }

        /**
         * Sets whether broadcasts go through a stream, in the format of {@code @socket.io/redis-streams-adapter} 0.3; false unless set, for that of
         * {@code @socket.io/redis-adapter}. All servers of a cluster have the same. With a stream, {@code connectionStateRecovery} works across servers,
         * and nothing is lost when the connection of a server to Redis breaks. Needs Redis 6.2.
         */
        public Builder streams(boolean streams) {
            this.streams = streams;
            return this;
        }

        /**
         * Sets how many messages the stream keeps, about, from 100 to 10,000,000; 10,000 unless set.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Builder maxLen(int maxLen) {
            if (maxLen < MIN_LEN || maxLen > MAX_LEN) {
                throw new IllegalArgumentException(
                        "maxLen must be from " + MIN_LEN + " to " + MAX_LEN + ", not " + maxLen);
            }
            this.maxLen = maxLen;
            return this;
        }

        /**
         * Sets whether sharded channels carry the messages, in the format of {@code createShardedAdapter} of {@code @socket.io/redis-adapter} 8.3; false
         * unless set. All servers of a cluster have the same. Servers then hear little of rooms that they do not have. Needs Redis 7.
         */
        public Builder sharded(boolean sharded) {
            this.sharded = sharded;
            return this;
        }

        /** Sets which rooms have a sharded channel of their own; {@link SubscriptionMode#DYNAMIC} unless set. All servers of a cluster have the same. */
        public Builder subscriptionMode(SubscriptionMode subscriptionMode) {
            this.subscriptionMode = Objects.requireNonNull(subscriptionMode, "subscriptionMode");
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalStateException if both {@link #streams} and {@link #sharded} are set
         */
        public RedisAdapterOptions build() {
            if (streams && sharded) {
                throw new IllegalStateException("streams and sharded exclude each other");
            }
            return new RedisAdapterOptions(this);
        }

        private static URI checked(String url) {
            try {
                URI uri = new URI(Objects.requireNonNull(url, "url"));
                if (uri.getHost() != null && Set.of("redis", "rediss").contains(uri.getScheme())) {
                    return uri;
                }
            } catch (URISyntaxException unshown) {
                // its message holds the password
            }
            throw new IllegalArgumentException("url must be a URL such as redis://localhost:6379");
        }
    }
}
