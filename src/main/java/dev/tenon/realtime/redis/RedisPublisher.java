package dev.tenon.realtime.redis;

import dev.tenon.kernel.Backlog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Sends commands to Redis on a thread of its own, many at a time, in their order. What waits is bounded: while Redis is away messages are kept
 * up to that bound, and go out a little after it is back, so that other servers listen again. What was being sent when the connection broke
 * is not sent again, for nobody knows whether it arrived: at most once.
 */
final class RedisPublisher implements Runnable {
    private static final Logger LOG = System.getLogger(RedisPublisher.class.getName());
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_WAITING = 100_000;
    private static final long MOST_BYTES = 64 << 20;

    /** The longest pause of others between two attempts to connect, and some more. */
    private static final Duration OTHERS_RETURN = Duration.ofMillis(1_500);

    private final RedisConnections redis;
    private final RedisRetry retry;
    private final Backlog<Job> waiting;
    private volatile boolean suspect;
    private Connection connection; // of the thread

    RedisPublisher(RedisConnections redis) {
        this.redis = redis;
        this.retry = new RedisRetry("sends to", redis);
        this.waiting = new Backlog<>(MOST_WAITING, MOST_BYTES, Job::size, this::logLoss);
    }

    /** Sends a command after those before; dropped, and logged once, if too much waits. */
    void send(Command command, byte[]... args) {
        add(new Job(command, args, null));
    }

    /** Sends a command and returns its reply; fails at once while Redis is away. */
    CompletableFuture<Object> ask(Command command, byte[]... args) {
        CompletableFuture<Object> reply = new CompletableFuture<>();
        if (retry.isAway()) {
            reply.completeExceptionally(new RedisAwayException(redis + " is away"));
        } else {
            add(new Job(command, args, reply));
        }
        return reply;
    }

    private void add(Job job) {
        if (!waiting.add(job)) {
            job.fail(new JedisException("too much waits for " + redis));
        }
    }

    private void logLoss(int waiting) {
        LOG.log(Level.WARNING, "TENON-R20 Messages for other servers are lost: {0} wait for {1}", waiting, redis);
    }

    /** Hears that another connection broke: this one's is not trusted any more. */
    void suspect() {
        suspect = true;
    }

    /** Ends the thread after what waits, unless Redis is away. */
    void close() {
        waiting.close();
        retry.close();
    }

    @Override
    public void run() {
        try {
            for (List<Job> jobs = next(); !jobs.isEmpty(); jobs = next()) {
                send(jobs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
            failAll();
        }
    }

    /** Returns what waits, with a connection open to send it; nothing at the end. */
    private List<Job> next() throws InterruptedException {
        waiting.await(1);
        if (!connect()) {
            return List.of();
        }
        List<Job> jobs = waiting.await(MOST_AT_ONCE);
        waiting.remove(jobs.size());
        return jobs;
    }

    private boolean connect() throws InterruptedException {
        if (suspect) {
            disconnect();
        }
        if (connection != null) {
            return true;
        }
        suspect = false;
        connection = retry.open(redis::open);
        if (connection != null && retry.isAway()) {
            retry.pause(OTHERS_RETURN);
            retry.back();
        }
        return connection != null;
    }

    private void send(List<Job> jobs) {
        try {
            for (Job job : jobs) {
                connection.sendCommand(job.command, job.args);
            }
            List<Object> replies = connection.getMany(jobs.size());
            for (int i = 0; i < jobs.size(); i++) {
                jobs.get(i).complete(replies.get(i));
            }
        } catch (RuntimeException | Error e) { // whatever the client throws: this thread is the only one that sends
            JedisException reason = e instanceof JedisException jedis ? jedis : new JedisException(e);
            retry.failed(reason);
            disconnect();
            jobs.forEach(job -> job.fail(reason));
        }
    }

    private void disconnect() {
        if (connection != null) {
            RedisRetry.close(connection);
            connection = null;
        }
    }

    private void failAll() {
        waiting.drain().forEach(job -> job.fail(new JedisException("the application ended")));
    }

    /** Redis is away, and nothing was sent. */
    static final class RedisAwayException extends JedisException {
        private static final long serialVersionUID = 1L;

        private RedisAwayException(String message) {
            super(message);
        }
    }

    /** A command; the reply is null where nobody waits for it. */
    private static final class Job {
        private final Command command;
        private final byte[][] args;
        private final CompletableFuture<Object> reply;

        private Job(Command command, byte[][] args, CompletableFuture<Object> reply) {
            this.command = command;
            this.args = args;
            this.reply = reply;
        }

        private long size() {
            long size = 64;
            for (byte[] arg : args) {
                size += arg.length;
            }
            return size;
        }

        private void complete(Object value) {
            if (value instanceof JedisException refused) {
                LOG.log(Level.WARNING, "TENON-R21 Redis refused " + command, refused);
                fail(refused);
            } else if (reply != null) {
                reply.complete(value);
            }
        }

        private void fail(JedisException reason) {
            if (reply != null) {
                reply.completeExceptionally(reason);
            }
        }
    }
}
