package dev.tenon.realtime;

import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two servers that hear each other through a real Redis. A subclass says how. */
abstract class RedisClusterContract extends ClusterContract {
    private static RedisServer redis;

    @BeforeAll
    static void startRedis() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stopRedis() {
        if (redis != null) {
            redis.close();
        }
    }

    static String url() {
        return redis.url();
    }

    /** Sets how they hear each other. */
    abstract RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options);

    @Override
    final AdapterFactory server() {
        return new RedisAdapterFactory(
                how(RedisAdapterOptions.builder().url(url())).build());
    }
}
