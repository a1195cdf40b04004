package dev.tenon.realtime;

import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.SubscriptionMode;

/** By sharded channels, of which each socket has its own. */
class RedisShardedPrivateClusterTest extends RedisClusterContract {
    @Override
    RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options.sharded(true).subscriptionMode(SubscriptionMode.DYNAMIC_PRIVATE);
    }
}
