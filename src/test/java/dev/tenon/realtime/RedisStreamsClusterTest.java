package dev.tenon.realtime;

import dev.tenon.realtime.redis.RedisAdapterOptions;

/** By a stream. */
class RedisStreamsClusterTest extends RedisClusterContract {
    @Override
    RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options.streams(true);
    }
}
