package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.realtime.protocol.PacketException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to channels of Redis on a thread of its own, and listens to all of them again when a connection broke. What came meanwhile is lost.
 * A message that a listener cannot read is logged, and the next one is heard.
 */
final class RedisSubscriber implements Runnable {
    private static final Logger LOG = System.getLogger(RedisSubscriber.class.getName());

    private static final Duration AFTER_A_BREAK = Duration.ofMillis(20);

    private final RedisRetry retry;
    private final RedisPublisher publisher;
    private final Executor control;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Map<Topic, BiConsumer<String, byte[]>> listeners = new HashMap<>();
    private Ear ear; // null while there is no connection
    private Connection connection;
    private boolean closed;

    /**
     * Sets who else should know when a connection broke.
     *
     * @param control runs what is written to the connection, one thing after the other
     */
    RedisSubscriber(RedisConnections redis, RedisPublisher publisher, Executor control) {
        this.retry = new RedisRetry("listens to", redis);
        this.publisher = publisher;
        this.control = control;
    }

    /** Returns what is done when the first connection listens. */
    CountDownLatch first() {
        return first;
    }

    /** Listens from now on; takes the place of another listener of the same topic. */
    void subscribe(Topic topic, BiConsumer<String, byte[]> listener) {
        synchronized (listeners) {
            listeners.put(topic, listener);
            listeners.notifyAll();
        }
        control.execute(this::reconcile);
    }

    /** Does not listen any more, if it is this listener who does. */
    void unsubscribe(Topic topic, BiConsumer<String, byte[]> listener) {
        synchronized (listeners) {
            listeners.remove(topic, listener);
        }
        control.execute(this::reconcile);
    }

    /** Returns whether Redis confirmed that this server listens. */
    boolean listensTo(Topic topic) {
        synchronized (listeners) {
            return ear != null && ear.confirmed.contains(topic);
        }
    }

    /** Asks whether the connection is alive: no answer for long ends it. */
    void ping() {
        control.execute(() -> write(BinaryJedisPubSub::ping));
    }

    private void reconcile() {
        write(Ear::reconcile);
    }

    private void write(Consumer<Ear> what) {
        Ear now;
        synchronized (listeners) {
            now = ear;
        }
        try {
            if (now != null) {
                what.accept(now);
            }
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "the connection that listens broke", e); // its thread finds out
        }
    }

    void close() {
        Connection open;
        synchronized (listeners) {
            closed = true;
            listeners.notifyAll();
            open = connection;
        }
        retry.close();
        if (open != null) {
            RedisRetry.close(open);
        }
    }

    @Override
    public void run() {
        try {
            while (waitForTopics()) {
                listen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waitForTopics() throws InterruptedException {
        synchronized (listeners) {
            while (listeners.isEmpty() && !closed) {
                listeners.wait();
            }
            return !closed;
        }
    }

    private void listen() throws InterruptedException {
        Connection opened = retry.open();
        if (opened == null) {
            return;
        }
        try {
            new Ear().listen(opened);
        } catch (JedisException e) {
            retry.failed(e);
            publisher.suspect();
            retry.pause(AFTER_A_BREAK);
        } finally {
            synchronized (listeners) {
                ear = null;
                connection = null;
            }
            RedisRetry.close(opened);
        }
    }

    private void hear(Topic topic, String channel, byte... message) {
        BiConsumer<String, byte[]> listener;
        synchronized (listeners) {
            listener = listeners.get(topic);
        }
        try {
            if (listener != null) {
                listener.accept(channel, message);
            }
        } catch (PacketException e) {
            LOG.log(Level.DEBUG, "a message on " + channel + " is malformed", e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.WARNING, "TENON-R25 A message on " + channel + " could not be handled", e);
        }
    }

    /**
     * What a server listens to.
     *
     * @param pattern whether the name is a pattern
     */
    record Topic(String name, boolean pattern) {
        private byte[] bytes() {
            return name.getBytes(UTF_8);
        }
    }

    /** One connection that listens. */
    private final class Ear extends BinaryJedisPubSub {
        private final Set<Topic> confirmed = new HashSet<>(); // guarded by listeners
        private final Set<Topic> asked = new HashSet<>(); // guarded by listeners

        private void listen(Connection to) {
            Topic any;
            synchronized (listeners) {
                if (listeners.isEmpty() || closed) {
                    return;
                }
                connection = to;
                any = listeners.keySet().iterator().next();
                asked.add(any);
            }
            if (any.pattern()) {
                proceedWithPatterns(to, any.bytes());
            } else {
                proceed(to, any.bytes());
            }
        }

        /** Subscribes to what is wanted, and leaves what is not. */
        private void reconcile() {
            Set<Topic> more = new HashSet<>();
            Set<Topic> less = new HashSet<>();
            synchronized (listeners) {
                more.addAll(listeners.keySet());
                more.removeAll(asked);
                less.addAll(asked);
                less.removeAll(listeners.keySet());
                asked.addAll(more);
                asked.removeAll(less);
                confirmed.removeAll(less);
            }
            more.forEach(topic -> ask(topic, this::subscribe, this::psubscribe));
            less.forEach(topic -> ask(topic, this::unsubscribe, this::punsubscribe));
        }

        private void ask(Topic topic, Consumer<byte[][]> channel, Consumer<byte[][]> pattern) {
            (topic.pattern() ? pattern : channel).accept(new byte[][] {topic.bytes()});
        }

        private void confirmed(byte[] name, boolean pattern) {
            boolean all;
            synchronized (listeners) {
                ear = this;
                confirmed.add(new Topic(new String(name, UTF_8), pattern));
                all = confirmed.containsAll(listeners.keySet());
            }
            if (all) {
                retry.back();
                first.countDown();
            } else {
                control.execute(this::reconcile);
            }
        }

        @Override
        public void onSubscribe(byte[] channel, int count) {
            confirmed(channel, false);
        }

        @Override
        public void onPSubscribe(byte[] pattern, int count) {
            confirmed(pattern, true);
        }

        @Override
        public void onMessage(byte[] channel, byte[] message) {
            String name = new String(channel, UTF_8);
            hear(new Topic(name, false), name, message);
        }

        @Override
        public void onPMessage(byte[] pattern, byte[] channel, byte[] message) {
            hear(new Topic(new String(pattern, UTF_8), true), new String(channel, UTF_8), message);
        }
    }
}
