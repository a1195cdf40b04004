package dev.tenon.realtime.redis;

import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterThreads;
import dev.tenon.realtime.adapter.InOrder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Protocol.Command;

/** What one application has of Redis: a connection that publishes and one that listens, each with a thread. */
final class RedisLink implements ClusterLink {
    private static final Logger LOG = System.getLogger(RedisLink.class.getName());
    private static final Duration PING = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofSeconds(3);

    private final ClusterThreads threads = new ClusterThreads("tenon-redis");
    private final RedisConnections redis;
    private final RedisPublisher publisher;
    private final RedisSubscriber subscriber;

    RedisLink(RedisAdapterOptions options) {
        redis = new RedisConnections(options.url(), PING.multipliedBy(3));
        publisher = new RedisPublisher(redis);
        subscriber = new RedisSubscriber(redis, publisher, new InOrder(threads.workers()));
    }

    RedisPublisher publisher() {
        return publisher;
    }

    RedisSubscriber subscriber() {
        return subscriber;
    }

    ClusterThreads threads() {
        return threads;
    }

    @Override
    public void start() {
        threads.start("publisher", publisher);
        threads.start("subscriber", subscriber);
        threads.timer().every(PING, this::ping);
        try {
            if (subscriber.first().await(START.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.INFO, "Realtime is one of a cluster over {0}", redis);
            } else {
                LOG.log(Level.WARNING, "Realtime begins alone: {0} does not answer", redis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A firewall ends what is idle, and Redis itself may; and of a cable that is cut nobody hears who does not ask. */
    private void ping() {
        publisher.send(Command.PING);
        subscriber.ping();
    }

    @Override
    public void close() {
        publisher.close();
        subscriber.close();
        threads.close();
    }
}
