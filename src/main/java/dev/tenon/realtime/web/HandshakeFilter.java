package dev.tenon.realtime.web;

import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.engine.EngineError;
import dev.tenon.realtime.engine.EngineServer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refuses a WebSocket while HTTP can still say why, and tells the endpoint what only a servlet request knows. Requests of other paths, and
 * those that ask for no WebSocket, pass.
 */
final class HandshakeFilter implements Filter {
    private final WebApp app;
    private final Supplier<EngineServer> server;
    private final WebOptions options;
    private final Origins origins;

    HandshakeFilter(WebApp app, Supplier<EngineServer> server, WebOptions options, Origins origins) {
        this.app = app;
        this.server = server;
        this.options = options;
        this.origins = origins;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && isHandshake(http)) {
            handshake(http, (HttpServletResponse) response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isHandshake(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && options.clientPath().equals(pathOf(request));
    }

    private static String pathOf(HttpServletRequest request) {
        String more = request.getPathInfo();
        return more == null ? request.getServletPath() : request.getServletPath() + more;
    }

    private void handshake(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletRequestView view = new ServletRequestView(request, app, true, origins);
        Optional<EngineError> error = refusal(request, view);
        if (error.isPresent()) {
            Answers.refuse(response, error.get());
            return;
        }
        if (options.cookie().isPresent()) {
            view.reserveSid();
        }
        OpeningRequest.handOver(new OpeningRequest(view.handshake(), view.reservedSid()));
        try {
            chain.doFilter(request, response);
        } finally {
            OpeningRequest.takeBack();
        }
    }

    private Optional<EngineError> refusal(HttpServletRequest request, ServletRequestView view) {
        if (!origins.allow(
                request.getHeader("Origin"),
                app.proxies().host(request),
                app.proxies().isSecure(request))) {
            return Optional.of(EngineError.FORBIDDEN);
        }
        return server.get().admit(view);
    }
}
