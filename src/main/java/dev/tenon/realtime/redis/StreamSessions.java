package dev.tenon.realtime.redis;

import static dev.tenon.realtime.redis.RedisStreamReader.bytes;

import dev.tenon.realtime.adapter.ClusterForms;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.protocol.PacketException;
import dev.tenon.realtime.protocol.Parser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import redis.clients.jedis.Protocol.Command;

/**
 * Sessions of sockets that were cut off, at {@code sio:session:<pid>} as {@code @socket.io/redis-streams-adapter} keeps them, so that a client comes back
 * on whatever server; and what they missed, which is in the stream.
 */
final class StreamSessions {
    private static final Logger LOG = System.getLogger(StreamSessions.class.getName());
    private static final String KEY = "sio:session:";
    private static final Pattern OFFSET = Pattern.compile("\\d{1,16}-\\d{1,16}");
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 100;

    private final RedisLink link;
    private final String stream;
    private final String namespace;
    private final Parser parser;
    private final Duration duration;

    StreamSessions(RedisLink link, String stream, LocalSockets sockets, Duration duration) {
        this.link = link;
        this.stream = stream;
        this.namespace = sockets.namespace();
        this.parser = sockets.parser();
        this.duration = duration;
    }

    void persist(SavedSession session) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("sid", session.sid());
        form.put("pid", session.pid());
        form.put("nsp", namespace); // beyond the reference, which gives a session to whatever namespace
        form.put("rooms", session.rooms());
        form.put("data", ClusterForms.data(session.data()));
        session.owner().ifPresent(alias -> form.put("owner", alias));
        link.publisher()
                .send(
                        Command.SET,
                        bytes(KEY + session.pid()),
                        Base64.getEncoder().encode(MessagePack.write(form)),
                        bytes("PX"),
                        bytes(String.valueOf(duration.toMillis())));
    }

    CompletionStage<Optional<SavedSession>> restore(String pid, String offset) {
        if (!OFFSET.matcher(offset).matches()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        CompletionStage<Object> kept = link.ask(Command.GETDEL, bytes(KEY + pid));
        CompletionStage<Object> known = link.ask(Command.XRANGE, bytes(stream), bytes(offset), bytes(offset));
        return kept.thenCombine(known, (session, entries) -> session(session, StreamEntry.list(entries)))
                .exceptionally(failure -> {
                    LOG.log(Level.DEBUG, "a client cannot go on where it was", failure);
                    return Optional.empty();
                });
    }

    private Optional<SavedSession> session(Object kept, List<StreamEntry> known) {
        if (kept == null || known.isEmpty() || !known.get(0).namespace().equals(namespace)) {
            return Optional.empty();
        }
        Map<String, Object> form =
                ClusterForms.object(MessagePack.read(Base64.getDecoder().decode((byte[]) kept)));
        return Optional.of(new SavedSession(
                Objects.toString(form.get("sid")),
                Objects.toString(form.get("pid")),
                ClusterForms.names(form.get("rooms")),
                ClusterForms.objectOrEmpty(form.get("data")),
                optional(form.get("nsp")),
                optional(form.get("owner")),
                Optional.of(known.get(0).id())));
    }

    private static Optional<String> optional(Object member) {
        return Optional.ofNullable(member).map(Object::toString);
    }

    CompletionStage<List<NumberedPacket>> missed(SavedSession restored) {
        return pages(restored, restored.lastOffset().orElseThrow(), new ArrayList<>(), 1);
    }

    private CompletionStage<List<NumberedPacket>> pages(
            SavedSession restored, String behind, List<NumberedPacket> found, int page) {
        if (page > MOST_PAGES) {
            return CompletableFuture.failedStage(new IllegalStateException("the client missed too much"));
        }
        return link.ask(
                        Command.XRANGE,
                        bytes(stream),
                        bytes("(" + behind),
                        bytes("+"),
                        bytes("COUNT"),
                        bytes(String.valueOf(PAGE)))
                .thenCompose(reply -> {
                    List<StreamEntry> entries = StreamEntry.list(reply);
                    entries.forEach(entry -> addIfReadable(entry, restored, found));
                    return entries.size() < PAGE
                            ? CompletableFuture.completedStage(found)
                            : pages(restored, entries.get(PAGE - 1).id(), found, page + 1);
                });
    }

    private void addIfReadable(StreamEntry entry, SavedSession restored, List<NumberedPacket> found) {
        try {
            add(entry, restored, found);
        } catch (PacketException e) {
            LOG.log(Level.DEBUG, "the entry " + entry.id() + " is malformed: nobody had it", e);
        }
    }

    private void add(StreamEntry entry, SavedSession restored, List<NumberedPacket> found) {
        if (entry.namespace().equals(namespace)
                && entry.message().orElse(null) instanceof ClusterMessage.Broadcast broadcast
                && broadcast.requestId().isEmpty()
                && NumberedPacket.isFor(broadcast.packet(), broadcast.target().flags())
                && broadcast.target().reaches(restored.rooms())) {
            found.add(NumberedPacket.of(broadcast.packet(), entry.id(), parser));
        }
    }
}
