package dev.tenon.realtime.redis;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.SessionKeepingContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The only server of a cluster, on a stream of a real Redis. */
class RedisStreamsAdapterTest extends SessionKeepingContract {
    private static RedisServer redis;
    private static int clusters;

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
        return new RedisAdapterFactory(RedisAdapterOptions.builder()
                        .url(redis.url())
                        .key("cluster-" + clusters++)
                        .streams(true)
                        .build())
                .create(local);
    }
}
