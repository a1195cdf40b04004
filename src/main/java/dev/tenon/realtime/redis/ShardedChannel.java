package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.ClusterChannel;
import dev.tenon.realtime.adapter.ClusterEnvelope;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterMessage.Broadcast;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import dev.tenon.realtime.adapter.RoomEvent;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import redis.clients.jedis.Protocol.Command;

/**
 * One namespace as {@code createShardedAdapter} of {@code @socket.io/redis-adapter} 8.3 carries it, by the sharded channels of Redis 7: {@code
 * socket.io#/nsp#} for all servers, {@code socket.io#/nsp#uid#} for answers to one, and {@code socket.io#/nsp#room#} for rooms that have a channel of
 * their own, to which a server listens while it has the room.
 */
final class ShardedChannel implements ClusterChannel {
    private static final int UID_BYTES = 12;

    private final ClusterLink.Shared<RedisLink> owner;
    private final RedisLink link;
    private final SubscriptionMode mode;
    private final ClusterEnvelope envelope;
    private final Topic everybody;
    private final Topic onlyThis;
    private final BiConsumer<String, byte[]> hearing = this::hear;
    private final Object rooms = new Object();
    private Receiver receiver;
    private boolean closed; // guarded by rooms

    ShardedChannel(ClusterLink.Shared<RedisLink> owner, RedisAdapterOptions options, String namespace) {
        String uid = Tokens.base64Url(UID_BYTES);
        this.owner = owner;
        this.link = owner.link();
        this.mode = options.subscriptionMode();
        this.envelope = new ClusterEnvelope(namespace, uid);
        everybody = Topic.shard(options.key() + "#" + namespace + "#");
        onlyThis = below(uid);
    }

    private Topic below(String name) {
        return Topic.shard(everybody.name() + name + "#");
    }

    @Override
    public void open(Receiver to) {
        receiver = to;
        link.subscriber().subscribe(everybody, hearing);
        link.subscriber().subscribe(onlyThis, hearing);
        owner.opened(this);
    }

    @Override
    public void close() {
        synchronized (rooms) {
            closed = true;
            link.subscriber().unsubscribe(hearing);
        }
        owner.closed(this);
    }

    /** Events come in any order: what counts is whether the room is there now. */
    @Override
    public void roomChanged(RoomEvent event) {
        if (event.id() != null || !mode.hasChannel(event.room())) {
            return;
        }
        Topic topic = below(event.room());
        synchronized (rooms) {
            if (!receiver.hasRoom(event.room())) {
                link.subscriber().unsubscribe(topic, hearing);
            } else if (!closed) {
                link.subscriber().subscribe(topic, hearing);
            }
        }
    }

    @Override
    public Runnable prepare(Request request) {
        byte[] message = JsonOrMessagePack.write(envelope.with(request));
        Topic topic = topic(request);
        return () -> publish(topic, message);
    }

    /** Answers to a broadcast are counted, so that all servers must hear it. */
    private Topic topic(Request request) {
        if (request instanceof Broadcast broadcast && broadcast.requestId().isEmpty()) {
            Set<String> to = broadcast.target().rooms();
            if (to.size() == 1 && mode.hasChannel(to.iterator().next())) {
                return below(to.iterator().next());
            }
        }
        return everybody;
    }

    private void publish(Topic topic, byte... message) {
        link.publisher().send(Command.SPUBLISH, topic.name().getBytes(UTF_8), message);
    }

    private void hear(String channel, byte... message) {
        envelope.open(
                JsonOrMessagePack.read(message),
                receiver,
                (from, answer) -> publish(below(from), JsonOrMessagePack.write(envelope.with(answer))));
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return link.servers(everybody);
    }
}
