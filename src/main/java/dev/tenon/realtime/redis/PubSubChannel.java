package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.ClusterChannel;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import dev.tenon.realtime.protocol.PacketException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import redis.clients.jedis.Protocol.Command;

/**
 * The channels of one namespace, named as {@code @socket.io/redis-adapter} names them: {@code socket.io#/nsp#} and {@code
 * socket.io#/nsp#room#} for broadcasts, {@code socket.io-request#/nsp#} and {@code socket.io-response#/nsp#} for the rest.
 */
final class PubSubChannel implements ClusterChannel {
    private static final int UID_BYTES = 12;

    private final ClusterLink.Shared<RedisLink> owner;
    private final RedisLink link;
    private final PubSubFormat format;
    private final String broadcasts;
    private final String requests;
    private final String responses;
    private final boolean specific;
    private final Map<Topic, BiConsumer<String, byte[]>> topics = new LinkedHashMap<>();
    private final Topic requestTopic;
    private Receiver receiver;

    PubSubChannel(ClusterLink.Shared<RedisLink> owner, RedisAdapterOptions options, String namespace) {
        String uid = Tokens.base64Url(UID_BYTES);
        this.owner = owner;
        this.link = owner.link();
        this.format = new PubSubFormat(namespace, uid);
        this.specific = options.publishOnSpecificResponseChannel();
        broadcasts = options.key() + "#" + namespace + "#";
        requests = options.key() + "-request#" + namespace + "#";
        responses = options.key() + "-response#" + namespace + "#";
        requestTopic = Topic.channel(requests);
        topics.put(requestTopic, this::request);
        topics.put(Topic.channel(responses), this::response);
        topics.put(Topic.channel(responses + uid + "#"), this::response);
        topics.put(Topic.pattern(literal(broadcasts) + "*"), this::broadcast);
    }

    /** Returns a pattern of Redis that means the text itself. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\*?\\[\\]^-]", "\\\\$0");
    }

    @Override
    public void open(Receiver to) {
        receiver = to;
        topics.forEach(link.subscriber()::subscribe);
        owner.opened(this);
    }

    @Override
    public void close() {
        topics.forEach(link.subscriber()::unsubscribe);
        owner.closed(this);
    }

    @Override
    public Runnable prepare(Request request) {
        byte[] message = format.write(request);
        String channel = request instanceof ClusterMessage.Broadcast broadcast
                        && broadcast.requestId().isEmpty()
                ? broadcasts + onlyRoom(broadcast.target().rooms())
                : requests;
        return () -> publish(channel, message);
    }

    private static String onlyRoom(Set<String> rooms) {
        return rooms.size() == 1 ? rooms.iterator().next() + "#" : "";
    }

    private void publish(String channel, byte... message) {
        link.publisher().send(Command.PUBLISH, channel.getBytes(UTF_8), message);
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return link.servers(requestTopic);
    }

    private void broadcast(String channel, byte... message) {
        String room = channel.length() > broadcasts.length()
                ? channel.substring(broadcasts.length(), channel.length() - 1)
                : "";
        if (room.isEmpty() || receiver.hasRoom(room)) {
            format.readBroadcast(message).ifPresent(broadcast -> receiver.request(broadcast, answer -> {}));
        }
    }

    private void request(String channel, byte... message) {
        PubSubFormat.Asked asked = format.readRequest(message);
        if (asked.isOfOther()) {
            receiver.request(asked.request(), answer -> answer(asked, answer));
        }
    }

    /** The answer to an event goes to all in any case, as in the reference. */
    private void answer(PubSubFormat.Asked asked, Answer answer) {
        boolean toOne = specific && !asked.uid().isEmpty() && !(answer instanceof ClusterMessage.EventAnswered);
        publish(toOne ? responses + asked.uid() + "#" : responses, format.write(answer, asked.type()));
    }

    private void response(String channel, byte... message) {
        Answer answer = format.readAnswer(message);
        if (answer == null) {
            throw new PacketException("an answer to nothing");
        }
        receiver.answer(answer);
    }
}
