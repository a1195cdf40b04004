package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.redis.RedisServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The application is of a cluster over Redis, which has threads and connections of its own. */
abstract class RedeployWithRedis extends RedeployContract {
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

    /** Returns whether it is a stream, not channels. */
    abstract boolean isStream();

    @Override
    final void join(Server server) {
        server.environment("TENON_REALTIME_REDIS_URL", redis.url());
        server.environment("TENON_REALTIME_REDIS_STREAMS", String.valueOf(isStream()));
        server.environment("TENON_REALTIME_CONNECTIONSTATERECOVERY", String.valueOf(isStream()));
    }

    @Override
    final void assertJoined(Server server) throws IOException {
        assertTrue(server.hasSaid("TENON-R18 Realtime is one of a cluster over Redis"));
    }
}
