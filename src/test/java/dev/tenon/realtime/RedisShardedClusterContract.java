package dev.tenon.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.SubscriptionMode;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** Two servers that hear each other by sharded channels. */
abstract class RedisShardedClusterContract extends RedisClusterContract {
    private static final int LENGTH_OF_IDS = 20;

    private final SubscriptionMode mode;

    RedisShardedClusterContract(SubscriptionMode mode) {
        this.mode = mode;
    }

    @Override
    final RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options.sharded(true).subscriptionMode(mode);
    }

    @Override
    final void awaitListening(String room, int servers) throws Exception {
        if (room.length() != LENGTH_OF_IDS || mode == SubscriptionMode.DYNAMIC_PRIVATE) {
            try (Jedis redis = new Jedis(url())) {
                await(() -> listeners(redis, "socket.io#/#" + room + "#") == servers);
            }
        }
    }

    static long listeners(Jedis redis, String channel) {
        List<?> reply =
                (List<?>) redis.sendCommand(Command.PUBSUB, "SHARDNUMSUB".getBytes(UTF_8), channel.getBytes(UTF_8));
        return (Long) reply.get(1);
    }
}
