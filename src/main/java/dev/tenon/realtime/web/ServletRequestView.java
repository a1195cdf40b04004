package dev.tenon.realtime.web;

import dev.tenon.kernel.web.SessionRef;
import dev.tenon.kernel.web.TrustedProxies;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineRequest;
import dev.tenon.realtime.engine.EngineServer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A servlet request as the engine sees it. Used by the thread of the request alone. */
final class ServletRequestView implements EngineRequest {
    private final HttpServletRequest request;
    private final WebApp app;
    private final boolean upgrade;
    private final Origins origins;
    private final Optional<String> sid;
    private Optional<SessionRef> session;
    private EngineHandshake handshake;
    private Optional<String> reservedSid = Optional.empty();

    ServletRequestView(HttpServletRequest request, WebApp app, boolean upgrade, Origins origins) {
        this.request = request;
        this.app = app;
        this.upgrade = upgrade;
        this.origins = origins;
        this.sid = EngineRequest.super.sid();
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public boolean isUpgrade() {
        return upgrade;
    }

    @Override
    public String parameter(String name) {
        return Query.last(request.getQueryString(), name);
    }

    @Override
    public Optional<String> sid() {
        return sid;
    }

    @Override
    public Optional<Object> owner() {
        if (session == null) {
            session = app.sessions().find(request);
        }
        return session.map(ref -> ref);
    }

    @Override
    public boolean mayBind() {
        return origins.trust(request, app.proxies());
    }

    @Override
    public Optional<String> reservedSid() {
        return reservedSid;
    }

    /** Decides on the id of the session, if the request opens one, and returns it. */
    Optional<String> reserveSid() {
        if (sid().isEmpty()) {
            reservedSid = Optional.of(EngineServer.newSid());
        }
        return reservedSid;
    }

    @Override
    public EngineHandshake handshake() {
        if (handshake == null) {
            handshake = read();
        }
        return handshake;
    }

    private EngineHandshake read() {
        TrustedProxies proxies = app.proxies();
        return new EngineHandshake(
                headers(),
                Query.parse(request.getQueryString()),
                url(),
                proxies.address(request),
                proxies.isSecure(request),
                Instant.now(),
                owner());
    }

    private String url() {
        String queryString = request.getQueryString();
        return queryString == null ? request.getRequestURI() : request.getRequestURI() + "?" + queryString;
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
