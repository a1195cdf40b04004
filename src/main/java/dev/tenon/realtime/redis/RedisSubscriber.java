package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.realtime.protocol.PacketException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to channels of Redis on a thread of its own, and listens to all of them again when a connection broke. What came meanwhile is lost.
 * A message that a listener cannot read is logged, and the next one is heard.
 */
final class RedisSubscriber implements Runnable {
    private static final Logger LOG = System.getLogger(RedisSubscriber.class.getName());

    private static final Duration AFTER_A_BREAK = Duration.ofMillis(20);

    private final RedisConnections redis;
    private final RedisRetry retry;
    private final RedisPublisher publisher;
    private final Executor control;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Map<Topic, BiConsumer<String, byte[]>> listeners = new HashMap<>();
    private final Set<Topic> changed =
            new HashSet<>(); // what Redis may have to be told; guarded by listeners, as all below
    private final Set<Topic> asked = new HashSet<>();
    private final Set<Topic> unconfirmed = new HashSet<>();
    private ListeningConnection connection; // null while there is none
    private boolean telling;
    private boolean closed;

    /**
     * Sets who else should know when a connection broke.
     *
     * @param control runs what is written to the connection, one thing after the other
     */
    RedisSubscriber(RedisConnections redis, RedisPublisher publisher, Executor control) {
        this.redis = redis;
        this.retry = new RedisRetry("listens to", redis);
        this.publisher = publisher;
        this.control = control;
    }

    /** Returns what is done when the first connection listens. */
    CountDownLatch first() {
        return first;
    }

    /** Listens from now on; takes the place of another listener of the same topic. The listener is told the channel and the message. */
    void subscribe(Topic topic, BiConsumer<String, byte[]> listener) {
        synchronized (listeners) {
            listeners.put(topic, listener);
            listeners.notifyAll();
            change(Set.of(topic));
        }
    }

    /** Does not listen any more, if it is this listener who does. */
    void unsubscribe(Topic topic, BiConsumer<String, byte[]> listener) {
        synchronized (listeners) {
            if (listeners.remove(topic, listener)) {
                change(Set.of(topic));
            }
        }
    }

    /** Does not listen to anything any more by this listener. */
    void unsubscribe(BiConsumer<String, byte[]> listener) {
        synchronized (listeners) {
            Set<Topic> topics = new HashSet<>();
            listeners.forEach((topic, hearing) -> {
                if (hearing == listener) {
                    topics.add(topic);
                }
            });
            listeners.keySet().removeAll(topics);
            change(topics);
        }
    }

    /** The caller holds the lock. However many changes come at once, Redis is told of them together. */
    private void change(Set<Topic> topics) {
        changed.addAll(topics);
        if (connection != null && !telling) {
            telling = true;
            control.execute(this::tell);
        }
    }

    /** Returns whether Redis confirmed that this server listens. */
    boolean listensTo(Topic topic) {
        synchronized (listeners) {
            return connection != null && asked.contains(topic) && !unconfirmed.contains(topic);
        }
    }

    /** Asks whether the connection is alive: no answer for long ends it. */
    void ping() {
        control.execute(() -> write(ListeningConnection::askForPong));
    }

    /** Subscribes to what is wanted, and leaves what is not. */
    private void tell() {
        List<Topic> more = new ArrayList<>();
        List<Topic> less = new ArrayList<>();
        synchronized (listeners) {
            telling = false;
            for (Topic topic : changed) {
                if (listeners.containsKey(topic)) {
                    if (asked.add(topic)) {
                        more.add(topic);
                    }
                } else if (asked.remove(topic)) {
                    less.add(topic);
                }
            }
            changed.clear();
            unconfirmed.addAll(more);
            less.forEach(unconfirmed::remove);
        }
        write(to -> {
            to.begin(more);
            to.end(less);
        });
    }

    private void write(Consumer<ListeningConnection> what) {
        ListeningConnection now;
        synchronized (listeners) {
            now = connection;
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
        ListeningConnection open;
        synchronized (listeners) {
            closed = true;
            listeners.notifyAll();
            open = connection;
        }
        retry.close();
        if (open != null) {
            open.hangUp();
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
        ListeningConnection opened = retry.open(redis::listen);
        if (opened == null) {
            return;
        }
        try {
            begin(opened);
            while (!isClosed()) {
                read(opened.getUnflushedObject());
            }
        } catch (
                RuntimeException
                        e) { // also what the client never says it throws: this thread is the only one that listens
            retry.failed(e);
            publisher.suspect();
            retry.pause(AFTER_A_BREAK);
        } finally {
            synchronized (listeners) {
                connection = null;
            }
            opened.hangUp();
        }
    }

    private void begin(ListeningConnection opened) {
        synchronized (listeners) {
            connection = opened;
            asked.clear();
            unconfirmed.clear();
            change(listeners.keySet());
        }
    }

    private boolean isClosed() {
        synchronized (listeners) {
            return closed;
        }
    }

    /** Answers to pings, and to what is left, say nothing that is of use. */
    private void read(Object reply) {
        if (!(reply instanceof List<?> parts) || parts.size() < 3) {
            return;
        }
        String word = text(parts.get(0));
        Topic.Kind confirmed = Topic.Kind.confirmedBy(word);
        Topic.Kind brought = Topic.Kind.broughtBy(word);
        if (confirmed != null) {
            confirm(new Topic(confirmed, text(parts.get(1))));
        } else if (brought != null) { // the last two are the channel and the message
            hear(new Topic(brought, text(parts.get(1))), text(parts.get(parts.size() - 2)), (byte[])
                    parts.get(parts.size() - 1));
        }
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }

    private void confirm(Topic topic) {
        boolean all;
        synchronized (listeners) {
            unconfirmed.remove(topic);
            all = unconfirmed.isEmpty() && changed.isEmpty();
        }
        if (all) {
            retry.back();
            first.countDown();
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
}
