package dev.tenon.realtime.redis;

/** The only server of a cluster, on sharded channels. */
class RedisShardedAdapterTest extends RedisAdapterTest {
    @Override
    RedisAdapterOptions.Builder how(RedisAdapterOptions.Builder options) {
        return options.sharded(true);
    }
}
