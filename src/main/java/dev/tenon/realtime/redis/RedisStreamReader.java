package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.realtime.protocol.PacketException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/** Reads a stream on a thread of its own, from the place where it was when the application began; goes on where it was when a connection broke. */
final class RedisStreamReader implements Runnable {
    private static final Logger LOG = System.getLogger(RedisStreamReader.class.getName());
    private static final Duration BLOCK = Duration.ofSeconds(5);
    private static final String MOST_AT_ONCE = "100";
    private static final Duration AFTER_A_BREAK = Duration.ofMillis(20);

    private final RedisConnections redis;
    private final RedisRetry retry;
    private final String stream;
    private final Map<String, Consumer<StreamEntry>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private String last;
    private volatile Connection connection;
    private volatile boolean closed;

    RedisStreamReader(RedisConnections redis, String stream) {
        this.redis = redis;
        this.retry = new RedisRetry("reads a stream of", redis);
        this.stream = stream;
    }

    /** Returns what is done when the place to begin at is known. */
    CountDownLatch first() {
        return first;
    }

    void add(String namespace, Consumer<StreamEntry> listener) {
        listeners.put(namespace, listener);
    }

    void remove(String namespace, Consumer<StreamEntry> listener) {
        listeners.remove(namespace, listener);
    }

    void close() {
        closed = true;
        retry.close();
        Connection open = connection;
        if (open != null) {
            RedisRetry.close(open);
        }
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                Connection opened = retry.open(redis::open);
                if (opened == null) {
                    return;
                }
                readAll(opened);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(Connection opened) throws InterruptedException {
        connection = opened;
        try {
            opened.setSoTimeout((int) BLOCK.multipliedBy(3).toMillis());
            begin(opened);
            while (!closed) {
                read(opened);
            }
        } catch (RuntimeException | Error e) { // whatever the client throws: this thread is the only one that reads
            retry.failed(e);
            retry.pause(AFTER_A_BREAK);
        } finally {
            connection = null;
            RedisRetry.close(opened);
        }
    }

    private void begin(Connection opened) {
        if (last == null) {
            opened.sendCommand(Command.XREVRANGE, stream, "+", "-", "COUNT", "1");
            List<StreamEntry> newest = StreamEntry.list(opened.getOne());
            last = newest.isEmpty() ? "0-0" : newest.get(0).id();
        }
        retry.back();
        first.countDown();
    }

    private void read(Connection opened) {
        opened.sendCommand(
                Command.XREAD,
                "COUNT",
                MOST_AT_ONCE,
                "BLOCK",
                String.valueOf(BLOCK.toMillis()),
                "STREAMS",
                stream,
                last);
        Object reply = opened.getOne();
        if (reply instanceof JedisException refused) {
            throw refused;
        }
        if (reply instanceof List<?> streams && !streams.isEmpty()) {
            for (StreamEntry entry : StreamEntry.list(((List<?>) streams.get(0)).get(1))) {
                last = entry.id();
                hear(entry);
            }
        }
    }

    private void hear(StreamEntry entry) {
        Consumer<StreamEntry> listener = listeners.get(entry.namespace());
        try {
            if (listener != null) {
                listener.accept(entry);
            }
        } catch (PacketException e) {
            LOG.log(Level.DEBUG, "the entry " + entry.id() + " is malformed", e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "TENON-R24 The entry " + entry.id() + " of the stream could not be handled", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
