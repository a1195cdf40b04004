package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineServer;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries the facts of the request to the endpoint. Where the filter saw the request, it knows them; on a server that upgrades before
 * Tenon's filter (Jetty, when the application registers a WebSocket filter of its own first) they are read from the handshake.
 */
final class WebSocketHandshake extends ServerEndpointConfig.Configurator {
    private static final String REQUEST = OpeningRequest.class.getName();

    private final EngineWeb web;

    WebSocketHandshake(EngineWeb web) {
        this.web = web;
    }

    @Override
    public boolean checkOrigin(String origin) {
        return true; // who knows the host decides: the filter, or the handshake itself
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
        return type.cast(new WebSocketEndpoint(this, web));
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Optional<OpeningRequest> opening = OpeningRequest.current().or(() -> read(request));
        if (opening.isPresent()) {
            config.getUserProperties().put(REQUEST, opening.get());
            setCookie(opening.get(), response);
        } else {
            config.getUserProperties().remove(REQUEST);
        }
    }

    private void setCookie(OpeningRequest opening, HandshakeResponse response) {
        opening.reservedSid().ifPresent(sid -> web.webOptions().cookie().ifPresent(cookie -> {
            String header = cookie.header(sid, opening.handshake().secure());
            response.getHeaders().put("Set-Cookie", List.of(header));
        }));
    }

    /** Keeps the container's extensions from a client, which may ask for them unasked. */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return web.webOptions().perMessageDeflate() ? super.getNegotiatedExtensions(installed, requested) : List.of();
    }

    private Optional<OpeningRequest> read(HandshakeRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        boolean secure = "wss".equals(request.getRequestURI().getScheme());
        if (!web.origins().allow(Query.last(headers, "origin"), Query.last(headers, "host"), secure)) {
            return Optional.empty();
        }
        String query = request.getQueryString();
        Optional<String> reserved = web.webOptions().cookie().map(cookie -> EngineServer.newSid());
        OpeningRequest opening = new OpeningRequest(
                new EngineHandshake(
                        headers,
                        Query.parse(query),
                        query == null ? web.path() : web.path() + "?" + query,
                        "",
                        secure,
                        Instant.now(),
                        Optional.empty()),
                reserved);
        return Optional.of(opening).filter(asked -> web.server().admit(asked).isEmpty());
    }

    /** Returns the request that opened the session; empty when it is refused, or is not the session's own. */
    Optional<OpeningRequest> request(Session session) {
        return Optional.ofNullable((OpeningRequest) session.getUserProperties().get(REQUEST))
                .filter(request -> Objects.equals(request.handshake().query(), Query.parse(session.getQueryString())));
    }
}
