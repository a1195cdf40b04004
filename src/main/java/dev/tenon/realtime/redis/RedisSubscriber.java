package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.realtime.protocol.PacketException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Listens to channels of Redis on a thread of its own, and listens to all of them again when a connection broke. What came meanwhile is lost.
 * A message that a listener cannot read is logged, and the next one is heard.
 */
final class RedisSubscriber implements Runnable {
    private static final Logger LOG = System.getLogger(RedisSubscriber.class.getName());

    private static final Duration AFTER_A_BREAK = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final RedisConnections redis;
    private final RedisRetry retry;
    private final RedisPublisher publisher;
    private final Executor control;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Object lock = new Object();
    private final Subscriptions subscriptions = new Subscriptions(); // guarded by lock, as all below
    private ListeningConnection connection; // null while there is none
    private boolean telling;
    private boolean closed;
    private Duration pause =
            AFTER_A_BREAK; // of the thread: longer where Redis refuses again and again what it is asked

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

    /** Listens from now on. The listener is told the channel and the message. */
    void subscribe(Topic topic, BiConsumer<String, byte[]> listener) {
        change(() -> subscriptions.add(topic, listener));
    }

    /** Does not listen any more by this listener. */
    void unsubscribe(Topic topic, BiConsumer<String, byte[]> listener) {
        change(() -> subscriptions.remove(topic, listener));
    }

    /** Does not listen to anything any more by this listener. */
    void unsubscribe(BiConsumer<String, byte[]> listener) {
        change(() -> subscriptions.remove(listener));
    }

    /** However many changes come at once, Redis is told of them together. */
    private void change(Runnable how) {
        synchronized (lock) {
            how.run();
            lock.notifyAll();
            if (connection != null && !telling) {
                telling = true;
                control.execute(this::tell);
            }
        }
    }

    /** Returns whether Redis confirmed that this server listens. */
    boolean listensTo(Topic topic) {
        synchronized (lock) {
            return connection != null && subscriptions.isConfirmed(topic);
        }
    }

    /** Asks whether the connection is alive: no answer for long ends it. */
    void ping() {
        control.execute(() -> write(ListeningConnection::askForPong));
    }

    private void tell() {
        Subscriptions.Changes changes;
        synchronized (lock) {
            telling = false;
            changes = subscriptions.changes();
        }
        write(to -> {
            to.begin(changes.begin());
            to.end(changes.end());
        });
    }

    private void write(Consumer<ListeningConnection> what) {
        ListeningConnection now;
        synchronized (lock) {
            now = connection;
        }
        try {
            if (now != null) {
                what.accept(now);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "the connection that listens broke", e);
            now.hangUp(); // its thread begins again, and tells all anew
        }
    }

    void close() {
        ListeningConnection open;
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
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
        synchronized (lock) {
            while (subscriptions.isEmpty() && !closed) {
                lock.wait();
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
        } catch (RuntimeException | Error e) { // whatever the client throws: this thread is the only one that listens
            retry.failed(e);
            if (!(e instanceof JedisDataException)) { // Redis is there, but refused something
                publisher.suspect();
            }
            retry.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        } finally {
            synchronized (lock) {
                connection = null;
            }
            opened.hangUp();
        }
    }

    private void begin(ListeningConnection opened) {
        change(() -> {
            connection = opened;
            subscriptions.restart();
        });
    }

    private boolean isClosed() {
        synchronized (lock) {
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
        synchronized (lock) {
            subscriptions.confirm(topic);
            all = subscriptions.areAllConfirmed();
        }
        if (all) {
            pause = AFTER_A_BREAK;
            retry.back();
            first.countDown();
        }
    }

    private void hear(Topic topic, String channel, byte... message) {
        Collection<BiConsumer<String, byte[]>> listeners;
        synchronized (lock) {
            listeners = subscriptions.of(topic);
        }
        listeners.forEach(listener -> tell(listener, channel, message));
    }

    private static void tell(BiConsumer<String, byte[]> listener, String channel, byte... message) {
        try {
            listener.accept(channel, message);
        } catch (PacketException e) {
            LOG.log(Level.DEBUG, "a message on " + channel + " is malformed", e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "TENON-R25 A message on " + channel + " could not be handled", e);
        }
    }
}
