package dev.tenon.realtime.adapter;

import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import dev.tenon.realtime.protocol.PacketException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages as {@code ClusterAdapter} of the reference's {@code socket.io-adapter} 2.5 says them: a number for the type, and a tree of data. What
 * is malformed is a {@link PacketException}.
 */
public final class ClusterFormat {
    /** Sends a packet; the only one that is kept for clients that come back. */
    public static final int BROADCAST = 3;

    private static final int SOCKETS_JOIN = 4;
    private static final int SOCKETS_LEAVE = 5;
    private static final int DISCONNECT_SOCKETS = 6;
    private static final int FETCH_SOCKETS = 7;
    private static final int FETCH_SOCKETS_RESPONSE = 8;
    private static final int SERVER_SIDE_EMIT = 9;
    private static final int SERVER_SIDE_EMIT_RESPONSE = 10;
    private static final int BROADCAST_CLIENT_COUNT = 11;
    private static final int BROADCAST_ACK = 12;

    /** Says that ids are enough; a server of the reference, which does not know it, tells more. */
    private static final String IDS = "ids";

    private ClusterFormat() {}

    /** Returns the number of a kind of message. */
    public static int type(ClusterMessage message) {
        if (message instanceof ClusterMessage.Broadcast) {
            return BROADCAST;
        }
        if (message instanceof ClusterMessage.Join) {
            return SOCKETS_JOIN;
        }
        if (message instanceof ClusterMessage.Leave) {
            return SOCKETS_LEAVE;
        }
        if (message instanceof ClusterMessage.Disconnect) {
            return DISCONNECT_SOCKETS;
        }
        if (message instanceof ClusterMessage.Fetch || message instanceof ClusterMessage.Sockets) {
            return FETCH_SOCKETS;
        }
        return message instanceof ClusterMessage.Event ? SERVER_SIDE_EMIT : typeOfAnswer(message);
    }

    private static int typeOfAnswer(ClusterMessage message) {
        if (message instanceof ClusterMessage.Fetched) {
            return FETCH_SOCKETS_RESPONSE;
        }
        if (message instanceof ClusterMessage.EventAnswered) {
            return SERVER_SIDE_EMIT_RESPONSE;
        }
        if (message instanceof ClusterMessage.Count) {
            return BROADCAST_CLIENT_COUNT;
        }
        if (message instanceof ClusterMessage.Acked) {
            return BROADCAST_ACK;
        }
        throw new IllegalArgumentException("no number for " + message.getClass().getSimpleName());
    }

    /** Returns the data of a message. */
    public static Map<String, Object> data(ClusterMessage message) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (message instanceof ClusterMessage.Broadcast broadcast) {
            data.put("packet", ClusterForms.packet(broadcast.packet()));
            data.put("opts", ClusterForms.opts(broadcast.target()));
            broadcast.requestId().ifPresent(id -> data.put("requestId", id));
        } else if (message instanceof ClusterMessage.Join join) {
            data.put("opts", ClusterForms.opts(join.target()));
            data.put("rooms", join.rooms());
        } else if (message instanceof ClusterMessage.Leave leave) {
            data.put("opts", ClusterForms.opts(leave.target()));
            data.put("rooms", leave.rooms());
        } else if (message instanceof ClusterMessage.Disconnect end) {
            data.put("opts", ClusterForms.opts(end.target()));
            data.put("close", end.close());
        } else if (message instanceof ClusterMessage.Fetch fetch) {
            data.put("opts", ClusterForms.opts(fetch.target()));
            data.put("requestId", fetch.requestId());
            ClusterForms.putIf(fetch.inPages(), data, ClusterForms.PAGES);
        } else if (message instanceof ClusterMessage.Sockets fetch) {
            data.put("opts", ClusterForms.opts(fetch.target()));
            data.put("requestId", fetch.requestId());
            data.put(IDS, true);
        } else if (message instanceof ClusterMessage.Event event) {
            data.put("packet", event.event());
            event.requestId().ifPresent(id -> data.put("requestId", id));
        } else if (message instanceof Answer answer) {
            data.put("requestId", answer.requestId());
            putAnswer(data, answer);
        }
        return data;
    }

    private static void putAnswer(Map<String, Object> data, Answer answer) {
        if (answer instanceof ClusterMessage.Fetched fetched) {
            data.put(
                    "sockets",
                    fetched.sockets().stream().map(ClusterForms::details).toList());
            ClusterForms.putIf(!fetched.isLast(), data, ClusterForms.MORE);
        } else if (answer instanceof ClusterMessage.Count count) {
            data.put("clientCount", count.sockets());
        } else if (answer instanceof ClusterMessage.Acked acked) {
            acked.args().stream().limit(1).forEach(arg -> data.put("packet", arg));
        } else if (answer instanceof ClusterMessage.EventAnswered answered) {
            answered.args().stream().limit(1).forEach(arg -> data.put("packet", arg));
        }
    }

    /** Returns what another server said in a namespace; empty for what only keeps the reference's count of servers. */
    public static Optional<ClusterMessage> message(int type, Object form, String namespace) {
        if (type < BROADCAST || type > BROADCAST_ACK) {
            return Optional.empty();
        }
        Map<String, Object> data = ClusterForms.object(form);
        return Optional.of(
                switch (type) {
                    case BROADCAST ->
                        new ClusterMessage.Broadcast(
                                ClusterForms.packet(data.get("packet"), namespace), target(data), optionalId(data));
                    case SOCKETS_JOIN -> new ClusterMessage.Join(target(data), rooms(data));
                    case SOCKETS_LEAVE -> new ClusterMessage.Leave(target(data), rooms(data));
                    case DISCONNECT_SOCKETS ->
                        new ClusterMessage.Disconnect(target(data), Boolean.TRUE.equals(data.get("close")));
                    case FETCH_SOCKETS -> fetch(data);
                    case SERVER_SIDE_EMIT ->
                        new ClusterMessage.Event(ClusterForms.event(data.get("packet")), optionalId(data));
                    case FETCH_SOCKETS_RESPONSE ->
                        new ClusterMessage.Fetched(
                                id(data),
                                ClusterForms.array(data.get("sockets")).stream()
                                        .map(ClusterForms::details)
                                        .toList(),
                                !ClusterForms.has(data, ClusterForms.MORE));
                    case SERVER_SIDE_EMIT_RESPONSE ->
                        new ClusterMessage.EventAnswered(id(data), ClusterForms.answer(data, "packet"));
                    case BROADCAST_CLIENT_COUNT ->
                        new ClusterMessage.Count(id(data), ClusterForms.integer(data.get("clientCount")));
                    default -> new ClusterMessage.Acked(id(data), ClusterForms.answer(data, "packet"));
                });
    }

    private static ClusterMessage fetch(Map<String, Object> data) {
        return Boolean.TRUE.equals(data.get(IDS))
                ? new ClusterMessage.Sockets(target(data), id(data))
                : new ClusterMessage.Fetch(target(data), id(data), ClusterForms.has(data, ClusterForms.PAGES));
    }

    private static Target target(Map<String, Object> data) {
        return ClusterForms.target(data.get("opts"));
    }

    private static List<String> rooms(Map<String, Object> data) {
        return List.copyOf(ClusterForms.names(data.get("rooms")));
    }

    private static Optional<String> optionalId(Map<String, Object> data) {
        return data.get("requestId") instanceof String id ? Optional.of(id) : Optional.empty();
    }

    private static String id(Map<String, Object> data) {
        return optionalId(data).orElseThrow(() -> new PacketException("no id of a request"));
    }
}
