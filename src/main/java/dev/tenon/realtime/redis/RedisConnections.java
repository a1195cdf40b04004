package dev.tenon.realtime.redis;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens connections to one Redis. */
final class RedisConnections {
    private static final int DEFAULT_PORT = 6379;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HostAndPort address;
    private final JedisClientConfig config;

    /**
     * Sets where Redis is.
     *
     * @param silence how long a subscribed connection may say nothing before it is taken for dead
     */
    RedisConnections(URI url, Duration silence) {
        address = new HostAndPort(url.getHost(), url.getPort() < 0 ? DEFAULT_PORT : url.getPort());
        DefaultJedisClientConfig.Builder builder = DefaultJedisClientConfig.builder()
                .resp2() // every Redis knows it
                .connectionTimeoutMillis((int) TIMEOUT.toMillis())
                .socketTimeoutMillis((int) TIMEOUT.toMillis())
                .blockingSocketTimeoutMillis((int) silence.toMillis())
                .user(JedisURIHelper.getUser(url))
                .password(JedisURIHelper.getPassword(url))
                .database(JedisURIHelper.getDBIndex(url))
                .clientName("tenon");
        if (JedisURIHelper.isRedisSSLScheme(url)) {
            builder.sslOptions(SslOptions.defaults());
        }
        config = builder.build();
    }

    /** Returns a new connection, which is open. */
    Connection open() {
        return connected(new Connection(address, config));
    }

    /** Returns a new connection to listen, which is open. */
    ListeningConnection listen() {
        ListeningConnection connection = connected(new ListeningConnection(address, config));
        connection.setTimeoutInfinite();
        return connection;
    }

    private static <C extends Connection> C connected(C connection) {
        try {
            connection.connect();
            return connection;
        } catch (RuntimeException e) {
            connection.disconnect();
            throw e;
        }
    }

    /** Returns the address, without user and password. */
    @Override
    public String toString() {
        return "Redis at " + address;
    }
}
