package dev.tenon.realtime;

import dev.tenon.realtime.redis.RedisAdapterOptions;

/** By sharded channels, of which rooms have their own. */
class RedisShardedClusterTest extends RedisClusterContract {
    @Override
    RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options.sharded(true);
    }
}
