package dev.tenon.realtime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A handshake as the servers of a cluster tell it each other: the members and types of the reference, so that one on Node understands it. What may open
 * a session stays at home, because a cluster is not trusted with it, nor a table with what was said there.
 */
final class HandshakeForm {
    /** What JavaScript's {@code Date.toString} writes. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HandshakeForm() {}

    static Map<String, Object> write(Handshake handshake) {
        Map<String, Object> form = new LinkedHashMap<>();
        Handshake open = handshake.withoutSecrets();
        form.put("headers", single(open.headers()));
        form.put("time", TIME.format(handshake.time()));
        form.put("address", handshake.address());
        form.put("xdomain", handshake.header("Origin").isPresent());
        form.put("secure", handshake.secure());
        form.put("issued", handshake.time().toEpochMilli());
        form.put("url", open.url());
        form.put("query", single(handshake.query()));
        form.put("auth", open.auth());
        return form;
    }

    /** Returns what another server said; a member that is missing or of another type is empty. The session is known to its own server only. */
    static Handshake read(Map<String, Object> form) {
        return new Handshake(
                lists(form.get("headers")),
                lists(form.get("query")),
                object(form.get("auth")),
                Objects.toString(form.get("address"), ""),
                Instant.ofEpochMilli(form.get("issued") instanceof Number issued ? issued.longValue() : 0),
                Boolean.TRUE.equals(form.get("secure")),
                Objects.toString(form.get("url"), ""),
                Optional.empty());
    }

    private static Map<String, Object> single(Map<String, List<String>> values) {
        Map<String, Object> form = new LinkedHashMap<>();
        values.forEach((name, all) -> form.put(name, all.size() == 1 ? all.get(0) : all));
        return form;
    }

    private static Map<String, List<String>> lists(Object form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        object(form).forEach((name, value) -> values.put(name, texts(value)));
        return Collections.unmodifiableMap(values);
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    @SuppressWarnings("unchecked") // names in JSON are texts
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? Collections.unmodifiableMap((Map<String, Object>) map) : Map.of();
    }
}
