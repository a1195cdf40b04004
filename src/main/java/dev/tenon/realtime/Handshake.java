package dev.tenon.realtime;

import dev.tenon.realtime.engine.EngineHandshake;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a socket came: the request that opened its connection, and what the client said when it joined the namespace. Immutable.
 *
 * @param headers by lower-case name, with all their values
 * @param query the decoded parameters of the URL, with all their values
 * @param auth what the client gave as {@code auth}; empty if nothing
 * @param address the address of the client
 * @param time when the connection was opened
 * @param secure whether the browser came over TLS
 * @param url the path and query as the client sent them
 * @param session the HTTP session that the connection belonged to by then, if any; {@link Socket#session()} knows it later, too
 */
public record Handshake(
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        Map<String, Object> auth,
        String address,
        Instant time,
        boolean secure,
        String url,
        Optional<SocketSession> session) {
    static Handshake of(EngineHandshake opening, Map<String, Object> auth, Optional<SocketSession> session) {
        return new Handshake(
                opening.headers(),
                opening.query(),
                auth,
                opening.address(),
                opening.time(),
                opening.secure(),
                opening.url(),
                session);
    }

    /** Returns the first value of a header, in any letter case. */
    public Optional<String> header(String name) {
        return first(headers, name.toLowerCase(Locale.ROOT));
    }

    /** Returns the first value of a parameter of the URL. */
    public Optional<String> query(String name) {
        return first(query, name);
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }
}
