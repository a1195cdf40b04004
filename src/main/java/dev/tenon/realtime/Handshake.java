package dev.tenon.realtime;

import dev.tenon.realtime.engine.EngineHandshake;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    /** Names of headers that carry ids of sessions, passwords and tokens. */
    private static final Pattern SECRET_HEADER = Pattern.compile("cookie|auth|token|session|key|secret");

    /** Names of what a client signs in with, which only the server that it asks needs. */
    private static final Pattern SECRET_AUTH = Pattern.compile("(?i)pass|pwd|session");

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

    /**
     * Returns the same as others may know it: without the HTTP session, without headers that may open one ({@code cookie}, {@code authorization}, and others
     * whose names say something like that), without passwords and ids of sessions in {@code auth}, and without parameters of the path of a URL,
     * where an id of a session may stand. The query is as it came.
     */
    public Handshake withoutSecrets() {
        Map<String, List<String>> open = without(SECRET_HEADER, headers);
        open.computeIfPresent("referer", (name, pages) -> pages.stream()
                .map(Handshake::withoutParametersOfPath)
                .toList());
        return new Handshake(
                Collections.unmodifiableMap(open),
                query,
                Collections.unmodifiableMap(without(SECRET_AUTH, auth)),
                address,
                time,
                secure,
                withoutParametersOfPath(url),
                Optional.empty());
    }

    private static <V> Map<String, V> without(Pattern secret, Map<String, V> values) {
        Map<String, V> open = new LinkedHashMap<>(values);
        open.keySet().removeIf(name -> secret.matcher(name).find());
        return open;
    }

    private static String withoutParametersOfPath(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.replaceAll(";[^/]*", "") + url.substring(path.length());
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
