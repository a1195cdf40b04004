package dev.tenon.realtime.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request that opened a session.
 *
 * @param headers by lower-case name, with all their values
 * @param query the decoded parameters of the URL, with all their values
 * @param url the path and query as the client sent them
 * @param address the address of the client
 * @param secure whether the browser came over TLS
 * @param time when it came
 * @param owner who opened it, compared by equality only: a later request of the same sid must have the same one; empty for nobody in
 *     particular, and then it is the owner of the first request that has one
 */
public record EngineHandshake(
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        String url,
        String address,
        boolean secure,
        Instant time,
        Optional<Object> owner) {}
