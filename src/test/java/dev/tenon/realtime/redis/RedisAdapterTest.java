package dev.tenon.realtime.redis;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.AdapterContract;
import dev.tenon.realtime.adapter.LocalSockets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The only server of a cluster, on a real Redis. */
class RedisAdapterTest extends AdapterContract {
    private static RedisServer redis;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @Override
    protected Adapter create(LocalSockets local) {
        return new RedisAdapterFactory(
                        how(RedisAdapterOptions.builder().url(redis.url())).build())
                .create(local);
    }

    /** Sets how it speaks to others; by channels of old, unless overridden. */
    RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options;
    }
}
