package dev.tenon.realtime.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.SessionKeepingContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void places_areComparedAsNumbers() {
        assertTrue(StreamEntry.compareIds("9-1", "10-0") < 0);
        assertTrue(StreamEntry.compareIds("10-9", "10-10") < 0);
        assertEquals(0, StreamEntry.compareIds("10-9", "10-9"));
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
