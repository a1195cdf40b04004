package dev.tenon.realtime.redis;

import static dev.tenon.realtime.redis.RedisStreamReader.bytes;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.ClusterChannel;
import dev.tenon.realtime.adapter.ClusterEnvelope;
import dev.tenon.realtime.adapter.ClusterFormat;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.ClusterMessage.Broadcast;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import dev.tenon.realtime.adapter.InOrder;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.redis.RedisPublisher.RedisAwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import redis.clients.jedis.Protocol.Command;

/**
 * One namespace as {@code @socket.io/redis-streams-adapter} 0.3 carries it: broadcasts and what moves sockets by a stream, questions and answers by
 * channels. Where clients may come back, a broadcast reaches this server's own sockets from the stream, too: so all have it in one order, and its
 * place there is the offset that they name. What Redis does not take reaches them at once, without an offset.
 */
final class StreamChannel implements ClusterChannel {
    private static final int UID_BYTES = 12;

    private final ClusterLink.Shared<RedisLink> owner;
    private final RedisLink link;
    private final String namespace;
    private final String uid = Tokens.base64Url(UID_BYTES);
    private final ClusterEnvelope envelope;
    private final String stream;
    private final String maxLen;
    private final Topic everybody;
    private final Topic onlyThis;
    private final Optional<StreamSessions> sessions;
    private final Set<String> unread = ConcurrentHashMap.newKeySet();
    private final Consumer<StreamEntry> reading = this::read;
    private final BiConsumer<String, byte[]> hearing = this::hear;
    private final Executor inOrder;
    private Receiver receiver;

    StreamChannel(ClusterLink.Shared<RedisLink> owner, RedisAdapterOptions options, LocalSockets sockets) {
        this.owner = owner;
        this.link = owner.link();
        this.namespace = sockets.namespace();
        envelope = new ClusterEnvelope(namespace, uid);
        stream = options.key();
        maxLen = String.valueOf(options.maxLen());
        everybody = Topic.channel(options.key() + "#" + namespace + "#");
        onlyThis = Topic.channel(everybody.name() + uid + "#");
        sessions =
                sockets.maxDisconnectionDuration().map(duration -> new StreamSessions(link, stream, sockets, duration));
        inOrder = new InOrder(link.threads().service());
    }

    @Override
    public void open(Receiver to) {
        receiver = to;
        link.stream().add(namespace, reading);
        link.subscriber().subscribe(everybody, hearing);
        link.subscriber().subscribe(onlyThis, hearing);
        owner.opened(this);
    }

    @Override
    public void close() {
        link.stream().remove(namespace, reading);
        link.subscriber().unsubscribe(everybody, hearing);
        link.subscriber().unsubscribe(onlyThis, hearing);
        owner.closed(this);
    }

    @Override
    public Runnable prepare(Request request) {
        if (isQuestion(request)) {
            byte[] message = message(request);
            return () -> publish(everybody, message);
        }
        String data = StreamEntry.write(ClusterFormat.data(request));
        String type = String.valueOf(ClusterFormat.type(request));
        return isKept(request)
                ? () -> keep(type, data)
                : () -> link.publisher().send(Command.XADD, entry(type, data, ""));
    }

    private static boolean isQuestion(Request request) {
        return request instanceof ClusterMessage.Fetch
                || request instanceof ClusterMessage.Sockets
                || request instanceof ClusterMessage.Event
                || (request instanceof Broadcast broadcast
                        && broadcast.requestId().isPresent());
    }

    private boolean isKept(ClusterMessage message) {
        return keepsSessions()
                && message instanceof Broadcast broadcast
                && broadcast.requestId().isEmpty()
                && NumberedPacket.isFor(broadcast.packet(), broadcast.target().flags());
    }

    private byte[][] entry(String type, String data, String ref) {
        List<byte[]> args = new ArrayList<>();
        for (String arg :
                List.of(stream, "MAXLEN", "~", maxLen, "*", "uid", uid, "nsp", namespace, "type", type, "data", data)) {
            args.add(bytes(arg));
        }
        if (!ref.isEmpty()) {
            args.add(bytes("ref"));
            args.add(bytes(ref));
        }
        return args.toArray(byte[][]::new);
    }

    /** Whoever is first, the stream or the news that Redis did not take it, delivers it here: the other finds it gone. */
    @SuppressWarnings("FutureReturnValueIgnored") // both its ends are seen to
    private void keep(String type, String data) {
        String ref = Tokens.base64Url(UID_BYTES);
        unread.add(ref);
        byte[][] entry = entry(type, data, ref);
        link.publisher().ask(Command.XADD, entry).whenComplete((id, failure) -> {
            if (failure instanceof RedisAwayException) {
                link.publisher().send(Command.XADD, entry); // the others may have it later
            }
            if (failure != null) {
                inOrder.execute(() -> deliver(new StreamEntry("", fields(type, data)), ref));
            }
        });
    }

    private Map<String, String> fields(String type, String data) {
        return Map.of("nsp", namespace, "type", type, "data", data);
    }

    private void deliver(StreamEntry entry, String ref) {
        if (unread.remove(ref) && entry.message().orElse(null) instanceof Broadcast broadcast) {
            receiver.request(broadcast, answer -> {});
        }
    }

    private void read(StreamEntry entry) {
        boolean own = entry.uid().equals(uid);
        if (own && !unread.remove(entry.ref())) {
            return;
        }
        ClusterMessage message = entry.message().orElse(null);
        if (isKept(message)) {
            receiver.numbered((Broadcast) message, entry.id());
        } else if (message instanceof Request request && !own) {
            receiver.request(request, answer -> {});
        }
    }

    private void hear(String channel, byte... bytes) {
        envelope.open(
                MessagePack.read(bytes),
                receiver,
                (from, answer) -> publish(Topic.channel(everybody.name() + from + "#"), message(answer)));
    }

    private byte[] message(ClusterMessage message) {
        return MessagePack.write(envelope.with(message));
    }

    private void publish(Topic topic, byte... message) {
        link.publisher().send(Command.PUBLISH, bytes(topic.name()), message);
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return link.servers(everybody);
    }

    @Override
    public boolean keepsSessions() {
        return sessions.isPresent();
    }

    @Override
    public int compareOffsets(String one, String other) {
        return StreamEntry.compareIds(one, other);
    }

    @Override
    public void persistSession(SavedSession session) {
        sessions.ifPresent(kept -> kept.persist(session));
    }

    @Override
    public CompletionStage<Optional<SavedSession>> restoreSession(String pid, String offset) {
        return toWorker(sessions.orElseThrow().restore(pid, offset));
    }

    @Override
    public CompletionStage<List<NumberedPacket>> missedPackets(SavedSession restored) {
        return toWorker(sessions.orElseThrow().missed(restored));
    }

    /** A client that comes back runs code of the application. */
    private <T> CompletionStage<T> toWorker(CompletionStage<T> stage) {
        return stage.whenCompleteAsync((value, failure) -> {}, link.threads().workers());
    }
}
