package dev.tenon.realtime.redis;

import dev.tenon.realtime.adapter.ClusterForms;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import dev.tenon.realtime.adapter.SocketDetails;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.protocol.PacketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of {@code @socket.io/redis-adapter} 8.3. A broadcast is an array in MessagePack: who sends it, the packet, the target. Everything else
 * is an object, in JSON, or in MessagePack where it may hold bytes: both are understood everywhere, by their first byte.
 */
final class PubSubFormat {
    static final int SOCKETS = 0;
    private static final int ALL_ROOMS = 1;
    private static final int REMOTE_JOIN = 2;
    private static final int REMOTE_LEAVE = 3;
    private static final int REMOTE_DISCONNECT = 4;
    private static final int REMOTE_FETCH = 5;
    private static final int SERVER_SIDE_EMIT = 6;
    private static final int BROADCAST = 7;
    private static final int BROADCAST_CLIENT_COUNT = 8;
    private static final int BROADCAST_ACK = 9;

    private final String namespace;
    private final String uid;

    /** Sets who this server is in the namespace. */
    PubSubFormat(String namespace, String uid) {
        this.namespace = namespace;
        this.uid = uid;
    }

    byte[] write(Request request) {
        if (request instanceof ClusterMessage.Broadcast broadcast) {
            return writeBroadcast(broadcast);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("uid", uid);
        if (request instanceof ClusterMessage.Join join) {
            form.put("type", REMOTE_JOIN);
            form.put("opts", ClusterForms.opts(join.target()));
            form.put("rooms", join.rooms());
        } else if (request instanceof ClusterMessage.Leave leave) {
            form.put("type", REMOTE_LEAVE);
            form.put("opts", ClusterForms.opts(leave.target()));
            form.put("rooms", leave.rooms());
        } else if (request instanceof ClusterMessage.Disconnect end) {
            form.put("type", REMOTE_DISCONNECT);
            form.put("opts", ClusterForms.opts(end.target()));
            form.put("close", end.close());
        } else if (request instanceof ClusterMessage.Fetch fetch) {
            form.put("requestId", fetch.requestId());
            form.put("type", REMOTE_FETCH);
            form.put("opts", ClusterForms.opts(fetch.target()));
            ClusterForms.putIf(fetch.inPages(), form, ClusterForms.PAGES);
        } else if (request instanceof ClusterMessage.Sockets question) {
            putQuestion(form, question);
        } else if (request instanceof ClusterMessage.Event event) {
            event.requestId().ifPresent(id -> form.put("requestId", id));
            form.put("type", SERVER_SIDE_EMIT);
            form.put("data", event.event());
        } else if (request instanceof ClusterMessage.AllRooms all) {
            form.put("requestId", all.requestId());
            form.put("type", ALL_ROOMS);
        }
        return JsonOrMessagePack.write(form);
    }

    /** The request of the reference has nothing but rooms; where that is not enough, more is asked than is needed. */
    private static void putQuestion(Map<String, Object> form, ClusterMessage.Sockets question) {
        form.put("requestId", question.requestId());
        if (question.target().except().isEmpty()) {
            form.put("type", SOCKETS);
            form.put("rooms", question.target().rooms());
        } else {
            form.put("type", REMOTE_FETCH);
            form.put("opts", ClusterForms.opts(question.target()));
        }
    }

    private byte[] writeBroadcast(ClusterMessage.Broadcast broadcast) {
        Map<String, Object> packet = ClusterForms.packet(broadcast.packet());
        Map<String, Object> opts = ClusterForms.opts(broadcast.target());
        if (broadcast.requestId().isEmpty()) {
            return MessagePack.write(List.of(uid, packet, opts));
        }
        return MessagePack.write(Map.of(
                "uid",
                uid,
                "requestId",
                broadcast.requestId().get(),
                "type",
                BROADCAST,
                "packet",
                packet,
                "opts",
                opts));
    }

    /**
     * Returns an answer as it travels.
     *
     * @param type of the request: some answers are told apart by nothing else
     */
    byte[] write(Answer answer, int type) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("requestId", answer.requestId());
        if (answer instanceof ClusterMessage.Fetched fetched) {
            form.put(
                    "sockets",
                    fetched.sockets().stream().map(socket -> form(socket, type)).toList());
            ClusterForms.putIf(!fetched.isLast(), form, ClusterForms.MORE);
        } else if (answer instanceof ClusterMessage.Rooms rooms) {
            form.put("rooms", rooms.rooms());
        } else if (answer instanceof ClusterMessage.Count count) {
            form.put("type", BROADCAST_CLIENT_COUNT);
            form.put("clientCount", count.sockets());
        } else if (answer instanceof ClusterMessage.Acked acked) {
            form.put("type", BROADCAST_ACK);
            putFirst(form, "packet", acked.args());
        } else if (answer instanceof ClusterMessage.EventAnswered answered) {
            form.put("type", SERVER_SIDE_EMIT);
            putFirst(form, "data", answered.args());
        }
        return JsonOrMessagePack.write(form);
    }

    private static Object form(SocketDetails socket, int type) {
        return type == SOCKETS ? socket.id() : ClusterForms.details(socket);
    }

    private static void putFirst(Map<String, Object> form, String member, List<Object> args) {
        if (!args.isEmpty()) {
            form.put(member, args.get(0));
        }
    }

    /** Returns a broadcast of another server; empty if it is this one's. */
    Optional<ClusterMessage.Broadcast> readBroadcast(byte... message) {
        List<Object> all = ClusterForms.array(MessagePack.read(message));
        if (all.size() < 3) {
            throw new PacketException("a broadcast without a target");
        }
        if (uid.equals(all.get(0))) {
            return Optional.empty();
        }
        return Optional.of(new ClusterMessage.Broadcast(
                ClusterForms.packet(all.get(1), namespace), ClusterForms.target(all.get(2)), Optional.empty()));
    }

    Asked readRequest(byte... message) {
        Map<String, Object> form = JsonOrMessagePack.read(message);
        int type = ClusterForms.integer(form.get("type"));
        String from = text(form, "uid").orElse("");
        return new Asked(from.equals(uid) ? null : request(type, form), type, from);
    }

    private Request request(int type, Map<String, Object> form) {
        return switch (type) {
            case SOCKETS ->
                new ClusterMessage.Sockets(
                        ClusterForms.target(Map.of("rooms", form.getOrDefault("rooms", List.of()))), id(form));
            case ALL_ROOMS -> new ClusterMessage.AllRooms(id(form));
            case REMOTE_JOIN -> new ClusterMessage.Join(target(form), rooms(form));
            case REMOTE_LEAVE -> new ClusterMessage.Leave(target(form), rooms(form));
            case REMOTE_DISCONNECT ->
                new ClusterMessage.Disconnect(target(form), Boolean.TRUE.equals(form.get("close")));
            case REMOTE_FETCH ->
                new ClusterMessage.Fetch(target(form), id(form), ClusterForms.has(form, ClusterForms.PAGES));
            case SERVER_SIDE_EMIT ->
                new ClusterMessage.Event(ClusterForms.event(form.get("data")), text(form, "requestId"));
            case BROADCAST ->
                new ClusterMessage.Broadcast(
                        ClusterForms.packet(form.get("packet"), namespace), target(form), Optional.of(id(form)));
            default -> throw new PacketException("a request of type " + type);
        };
    }

    private static Target target(Map<String, Object> form) {
        return ClusterForms.target(form.get("opts"));
    }

    private static List<String> rooms(Map<String, Object> form) {
        return List.copyOf(ClusterForms.names(form.get("rooms")));
    }

    /** Returns an answer, of which all servers hear: empty members are told by the request that this server made, if it did. */
    Answer readAnswer(byte... message) {
        Map<String, Object> form = JsonOrMessagePack.read(message);
        String id = id(form);
        if (form.get("sockets") instanceof List<?> sockets) {
            return new ClusterMessage.Fetched(id, details(sockets), !ClusterForms.has(form, ClusterForms.MORE));
        }
        if (form.containsKey("rooms")) {
            return new ClusterMessage.Rooms(id, ClusterForms.names(form.get("rooms")));
        }
        return switch (ClusterForms.integer(form.get("type"))) {
            case BROADCAST_CLIENT_COUNT -> new ClusterMessage.Count(id, ClusterForms.integer(form.get("clientCount")));
            case BROADCAST_ACK -> new ClusterMessage.Acked(id, ClusterForms.answer(form, "packet"));
            case SERVER_SIDE_EMIT -> new ClusterMessage.EventAnswered(id, ClusterForms.answer(form, "data"));
            default -> throw new PacketException("an answer of type " + form.get("type"));
        };
    }

    private static List<SocketDetails> details(List<?> sockets) {
        List<SocketDetails> all = new ArrayList<>();
        for (Object socket : sockets) {
            all.add(socket instanceof String id ? ClusterMessage.RemoteDetails.of(id) : ClusterForms.details(socket));
        }
        return all;
    }

    private static String id(Map<String, Object> form) {
        return text(form, "requestId").orElseThrow(() -> new PacketException("no id of a request"));
    }

    private static Optional<String> text(Map<String, Object> form, String member) {
        return form.get(member) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * A request as it came.
     *
     * @param request null if it is this server's own
     * @param type its number
     * @param uid who asks; empty if that is an emitter
     */
    record Asked(Request request, int type, String uid) {
        boolean isOfOther() {
            return request != null;
        }
    }
}
