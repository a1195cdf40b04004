package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterThreads;
import dev.tenon.realtime.adapter.InOrder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final Optional<RedisStreamReader> stream;
    private final Duration timeout;

    RedisLink(RedisAdapterOptions options) {
        timeout = options.requestsTimeout();
        redis = new RedisConnections(options.url(), PING.multipliedBy(3));
        stream = options.streams() ? Optional.of(new RedisStreamReader(redis, options.key())) : Optional.empty();
        publisher = new RedisPublisher(redis);
        subscriber = new RedisSubscriber(redis, publisher, new InOrder(threads.service()));
    }

    RedisPublisher publisher() {
        return publisher;
    }

    RedisSubscriber subscriber() {
        return subscriber;
    }

    /** Returns what reads the stream; there is none where everything goes by channels. */
    RedisStreamReader stream() {
        return stream.orElseThrow();
    }

    ClusterThreads threads() {
        return threads;
    }

    /** Returns the reply of Redis, on the thread of {@link ClusterThreads#service}; fails when Redis does not answer in time. */
    CompletionStage<Object> ask(Command command, byte[]... args) {
        CompletableFuture<Object> reply = publisher.ask(command, args);
        Timer.Cancellable deadline = threads.timer()
                .after(
                        timeout,
                        () -> reply.completeExceptionally(
                                new TimeoutException(redis + " did not answer within " + timeout)));
        return reply.handleAsync(
                (value, failure) -> {
                    deadline.cancel();
                    if (failure != null) {
                        throw new CompletionException(failure);
                    }
                    return value;
                },
                threads.service());
    }

    /** Returns how many servers listen to a channel. One that Redis does not know yet, because it only begins to listen, is one all the same. */
    CompletionStage<Integer> servers(Topic topic) {
        String how = topic.kind() == Topic.Kind.SHARD ? "SHARDNUMSUB" : "NUMSUB";
        return ask(Command.PUBSUB, how.getBytes(UTF_8), topic.bytes()).thenApply(reply -> {
            int subscribed = ((Number) ((List<?>) reply).get(1)).intValue();
            return Math.max(1, subscriber.listensTo(topic) ? subscribed : subscribed + 1);
        });
    }

    @Override
    public void start() {
        threads.start("publisher", publisher);
        threads.start("subscriber", subscriber);
        stream.ifPresent(reader -> threads.start("stream", reader));
        threads.timer().every(PING, this::ping);
        try {
            if (subscriber.first().await(START.toMillis(), TimeUnit.MILLISECONDS)
                    && (stream.isEmpty() || stream.get().first().await(START.toMillis(), TimeUnit.MILLISECONDS))) {
                LOG.log(Level.INFO, "TENON-R18 Realtime is one of a cluster over {0}", redis);
            } else {
                LOG.log(Level.WARNING, "TENON-R19 Realtime begins alone: {0} does not answer", redis);
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
        stream.ifPresent(RedisStreamReader::close);
        threads.close();
    }
}
