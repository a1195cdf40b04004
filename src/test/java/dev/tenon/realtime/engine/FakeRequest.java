package dev.tenon.realtime.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A request as tests write it. */
record FakeRequest(
        String method, boolean isUpgrade, Map<String, String> parameters, Optional<Object> owner, boolean mayBind)
        implements EngineRequest {
    static FakeRequest get(String query) {
        return new FakeRequest("GET", false, parse(query), Optional.empty(), true);
    }

    static FakeRequest webSocket(String query) {
        return new FakeRequest("GET", true, parse(query), Optional.empty(), true);
    }

    FakeRequest with(String otherMethod) {
        return new FakeRequest(otherMethod, isUpgrade, parameters, owner, mayBind);
    }

    FakeRequest from(Object otherOwner) {
        return new FakeRequest(method, isUpgrade, parameters, Optional.of(otherOwner), mayBind);
    }

    /** As a page of another site makes a browser send it. */
    FakeRequest foreign() {
        return new FakeRequest(method, isUpgrade, parameters, owner, false);
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return parameters;
    }

    @Override
    public String parameter(String name) {
        return parameters.get(name);
    }

    @Override
    public EngineHandshake handshake() {
        return new EngineHandshake(Map.of(), Map.of(), "/", "127.0.0.1", false, Instant.EPOCH, owner);
    }
}
