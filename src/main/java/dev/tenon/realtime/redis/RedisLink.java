package dev.tenon.realtime.redis;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.InOrder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Protocol.Command;

/**
 * What one application has of Redis, for all its namespaces: a connection that publishes and one that listens, each with a thread, and a few
 * threads that live while they have something to do.
 */
final class RedisLink implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RedisLink.class.getName());
    private static final int WORKERS = 4;
    private static final Duration PING = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofSeconds(3);
    private static final Duration END = Duration.ofSeconds(3);

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final RedisConnections redis;
    private final DaemonTimer timer;
    private final ThreadPoolExecutor workers;
    private final RedisPublisher publisher;
    private final RedisSubscriber subscriber;
    private Thread publishing;
    private Thread listening;

    RedisLink(RedisAdapterOptions options) {
        redis = new RedisConnections(options.url(), PING.multipliedBy(3));
        timer = new DaemonTimer("tenon-redis-timer", loader);
        workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread("worker", task));
        workers.allowCoreThreadTimeOut(true);
        workers.setRejectedExecutionHandler((task, ended) -> LOG.log(Level.DEBUG, "a task came after the end"));
        publisher = new RedisPublisher(redis);
        subscriber = new RedisSubscriber(redis, publisher, new InOrder(workers));
    }

    private Thread thread(String purpose, Runnable task) {
        Thread thread = new Thread(task, "tenon-redis-" + purpose);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    RedisPublisher publisher() {
        return publisher;
    }

    RedisSubscriber subscriber() {
        return subscriber;
    }

    Timer timer() {
        return timer;
    }

    Executor workers() {
        return workers;
    }

    void start() {
        publishing = thread("publisher", publisher);
        listening = thread("subscriber", subscriber);
        publishing.start();
        listening.start();
        timer.every(PING, this::ping);
    }

    /** A firewall ends what is idle, and Redis itself may; and of a cable that is cut nobody hears who does not ask. */
    private void ping() {
        publisher.send(Command.PING);
        subscriber.ping();
    }

    /** Waits a little until this server listens; goes on alone when Redis is not there. */
    void awaitFirst() {
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

    @Override
    public void close() {
        publisher.close();
        subscriber.close();
        timer.close();
        workers.shutdown();
        try {
            publishing.join(END.toMillis());
            listening.join(END.toMillis());
            if (!workers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)
                    || publishing.isAlive()
                    || listening.isAlive()) {
                LOG.log(Level.WARNING, "A thread that uses Redis still runs after the application ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
