package dev.tenon.realtime;

import dev.tenon.realtime.redis.SubscriptionMode;

/** By sharded channels, of which rooms have their own. */
class RedisShardedClusterTest extends RedisShardedClusterContract {
    RedisShardedClusterTest() {
        super(SubscriptionMode.DYNAMIC);
    }
}
