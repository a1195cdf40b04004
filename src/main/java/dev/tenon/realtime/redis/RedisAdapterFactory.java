package dev.tenon.realtime.redis;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.adapter.ClusterAdapter;
import dev.tenon.realtime.adapter.LocalSockets;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes adapters that speak the wire format of {@code @socket.io/redis-adapter} 8.3, so that servers on Java and on Node are one cluster. Needs
 * {@code redis.clients:jedis}. The connections open with the first adapter and close with the last. Whoever can publish to the Redis is
 * trusted as the servers themselves are. Thread-safe.
 */
public final class RedisAdapterFactory implements AdapterFactory {
    private final RedisAdapterOptions options;
    private final Set<PubSubChannel> open = new HashSet<>();
    private RedisLink link;

    /** Sets which Redis it is. */
    public RedisAdapterFactory(RedisAdapterOptions options) {
        this.options = options;
    }

    @Override
    public synchronized Adapter create(LocalSockets sockets) {
        if (link == null) {
            link = new RedisLink(options);
        }
        PubSubChannel channel = new PubSubChannel(this, link, options, sockets.namespace());
        return new ClusterAdapter(sockets, channel, link.timer(), options.requestsTimeout(), link.workers());
    }

    /** Begins with the first channel. */
    void opened(PubSubChannel channel) {
        boolean first;
        synchronized (this) {
            first = open.isEmpty();
            open.add(channel);
            if (first) {
                link.start();
            }
        }
        if (first) {
            link.awaitFirst();
        }
    }

    /** Ends with the last channel. */
    void closed(PubSubChannel channel) {
        RedisLink last = null;
        synchronized (this) {
            if (open.remove(channel) && open.isEmpty()) {
                last = link;
                link = null;
            }
        }
        if (last != null) {
            last.close();
        }
    }
}
