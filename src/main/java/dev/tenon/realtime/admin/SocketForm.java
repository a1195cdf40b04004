package dev.tenon.realtime.admin;

import dev.tenon.realtime.Handshake;
import dev.tenon.realtime.RemoteSocket;
import dev.tenon.realtime.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A socket as the page knows it. What its client signed in with, and what else may be a secret, is left out. */
final class SocketForm {
    /** Where each server keeps what the pages of the others need to know of a socket; the name is the reference's. */
    private static final String OWN = "_admin";

    private static final Pattern SECRET = Pattern.compile("(?i)cookie|auth|token|session|key|secret|pass|pwd|^sid$");

    private SocketForm() {}

    /** Writes down, for other servers, too, what only this server knows. */
    static void mark(Socket socket) {
        socket.data().put(OWN, Map.of("clientId", socket.clientId(), "transport", socket.transport()));
    }

    static Map<String, Object> of(Socket socket) {
        return of(socket.id(), socket.namespace().name(), socket.handshake(), socket.rooms(), socket.data());
    }

    /** @param namespace where it was fetched */
    static Map<String, Object> of(RemoteSocket socket, String namespace) {
        return of(socket.id(), namespace, socket.handshake(), socket.rooms(), socket.data());
    }

    private static Map<String, Object> of(
            String id, String namespace, Handshake handshake, Set<String> rooms, Map<String, Object> data) {
        Map<?, ?> own = data.get(OWN) instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("clientId", own.get("clientId"));
        form.put("transport", own.get("transport"));
        form.put("nsp", namespace);
        form.put("data", data(data));
        form.put("handshake", handshake(handshake.withoutSecrets()));
        form.put("rooms", new ArrayList<>(rooms));
        return form;
    }

    /** Returns what the application keeps with a socket. */
    @SuppressWarnings("unchecked") // of a map it is a map
    static Map<String, Object> data(Map<String, Object> kept) {
        Map<String, Object> data = new LinkedHashMap<>(kept);
        data.remove(OWN);
        return (Map<String, Object>) Excerpt.of(data);
    }

    private static Map<String, Object> handshake(Handshake handshake) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("address", handshake.address());
        form.put("headers", joined(handshake.headers()));
        form.put("query", joined(handshake.query()));
        form.put("issued", handshake.time().toEpochMilli());
        form.put("secure", handshake.secure());
        form.put("time", handshake.time());
        form.put("url", withoutQuery(handshake.url()));
        form.put("xdomain", handshake.header("Origin").isPresent());
        return form;
    }

    private static Map<String, String> joined(Map<String, List<String>> values) {
        Map<String, String> form = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            if (!SECRET.matcher(name).find()) {
                form.put(name, "referer".equals(name) ? withoutQuery(all.get(0)) : String.join(", ", all));
            }
        });
        return form;
    }

    private static String withoutQuery(String url) {
        return url.split("\\?", 2)[0];
    }
}
