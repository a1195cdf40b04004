package dev.tenon.realtime;

import dev.tenon.realtime.redis.SubscriptionMode;

/** By sharded channels, of which each socket has its own. */
class RedisShardedPrivateClusterTest extends RedisShardedClusterContract {
    RedisShardedPrivateClusterTest() {
        super(SubscriptionMode.DYNAMIC_PRIVATE);
    }
}
