package dev.tenon.realtime;

import dev.tenon.realtime.redis.RedisAdapterOptions;

/** By channels. */
class RedisClusterTest extends RedisClusterContract {
    @Override
    RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options;
    }
}
