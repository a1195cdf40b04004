package dev.tenon.realtime.redis;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.adapter.ClusterAdapter;
import dev.tenon.realtime.adapter.ClusterChannel;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.LocalSockets;

/**
 * Makes adapters that speak the wire format of {@code @socket.io/redis-adapter} 8.3, sharded or not, or of {@code @socket.io/redis-streams-adapter} 0.3, so that servers on Java and on Node are one cluster. Needs
 * {@code redis.clients:jedis}. The connections open with the first adapter and close with the last. Whoever can publish to the Redis is
 * trusted as the servers themselves are. Thread-safe.
 */
public final class RedisAdapterFactory implements AdapterFactory {
    private final RedisAdapterOptions options;
    private final ClusterLink.Shared<RedisLink> shared;

    /** Sets which Redis it is. */
    public RedisAdapterFactory(RedisAdapterOptions options) {
        this.options = options;
        this.shared = new ClusterLink.Shared<>(() -> new RedisLink(options));
    }

    @Override
    public Adapter create(LocalSockets sockets) {
        return new ClusterAdapter(sockets, channel(sockets), shared.link().threads(), options.requestsTimeout());
    }

    private ClusterChannel channel(LocalSockets sockets) {
        if (options.streams()) {
            return new StreamChannel(shared, options, sockets);
        }
        return options.sharded()
                ? new ShardedChannel(shared, options, sockets.namespace())
                : new PubSubChannel(shared, options, sockets.namespace());
    }
}
