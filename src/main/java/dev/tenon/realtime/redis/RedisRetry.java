package dev.tenon.realtime.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** Opens one connection again and again, once a second at most, and says in the log when Redis goes away and when it is back. */
final class RedisRetry {
    private static final Logger LOG = System.getLogger(RedisRetry.class.getName());
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final String what;
    private final RedisConnections redis;
    private final Object pause = new Object();
    private volatile boolean away;
    private boolean closed;

    /** Sets what the log says that the application does to Redis. */
    RedisRetry(String what, RedisConnections redis) {
        this.what = what;
        this.redis = redis;
    }

    /** Returns whether the last connection broke, or the first could not be opened, and no other is open yet. */
    boolean isAway() {
        return away;
    }

    /** Returns an open connection, after as many attempts as it takes; null at the end of the application. */
    <C extends Connection> C open(Supplier<C> how) throws InterruptedException {
        Duration wait = SHORTEST;
        while (!isClosed()) {
            try {
                return how.get();
            } catch (RuntimeException | Error e) { // also a class that is missing: the log says which
                failed(e);
            }
            pause(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
        }
        return null;
    }

    /** Hears that the connection works. */
    void back() {
        if (away && !isClosed()) {
            away = false;
            LOG.log(Level.INFO, "TENON-R22 The application {0} {1} again", what, redis);
        }
    }

    /** Hears that the connection broke, or could not be opened. */
    void failed(Throwable reason) {
        if (!away && !isClosed()) {
            away = true;
            LOG.log(
                    Level.WARNING,
                    "TENON-R23 The application no longer " + what + " " + redis + "; it goes on alone and tries again: "
                            + (reason instanceof JedisException ? reason.getMessage() : reason));
        }
    }

    /** Waits, unless the application ends. */
    void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        synchronized (pause) {
            for (long left = time.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
                pause.wait(left);
            }
        }
    }

    private boolean isClosed() {
        synchronized (pause) {
            return closed;
        }
    }

    void close() {
        synchronized (pause) {
            closed = true;
            pause.notifyAll();
        }
    }

    static void close(Connection connection) {
        try {
            connection.disconnect();
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "a connection to Redis did not close well", e);
        }
    }
}
