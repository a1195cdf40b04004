package dev.tenon.realtime.web;

import dev.tenon.kernel.Classes;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.engine.EngineAcceptor;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.engine.EngineServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;

/** An Engine.IO server in a web application: a servlet for long-polling, an endpoint for WebSocket, and a filter before both. */
public final class EngineWeb {
    private static final Logger LOG = System.getLogger(EngineWeb.class.getName());

    private final WebApp app;
    private final String path;
    private final Origins origins;
    private final EngineAcceptor acceptor;
    private final Workers closers;
    private final Workers tellers;
    private final Workers answerers;
    private EngineOptions options;
    private volatile EngineServer server;

    private EngineWeb(WebApp app, String path, EngineOptions options, CorsOptions cors, EngineAcceptor acceptor) {
        this.app = app;
        this.path = path;
        this.options = options;
        this.origins = new Origins(cors);
        this.acceptor = acceptor;
        this.closers = new Workers("tenon-engine-close", app.servletContext());
        this.tellers = new Workers("tenon-engine-end", app.servletContext());
        this.answerers = new Workers("tenon-engine-answer", app.servletContext());
    }

    /**
     * Registers the servlet and the filter, while the context initializes.
     *
     * @param path begins and ends with a slash
     * @param acceptor is given each new session
     * @return what {@link #contextInitialized} is called on
     */
    public static EngineWeb start(
            WebApp app, String path, EngineOptions options, CorsOptions cors, EngineAcceptor acceptor) {
        EngineWeb web = new EngineWeb(app, path, options, cors, acceptor);
        web.register(new Cors(cors));
        return web;
    }

    private void register(Cors cors) {
        app.sessions(); // the container's own take a listener, which only now may be added
        app.onStop(closers);
        app.onStop(tellers);
        app.onStop(answerers);
        app.addFilter(new HandshakeFilter(app, this::server, path, origins));
        app.addServlet(
                "tenon-realtime", new PollingServlet(app, this::server, options, cors, answerer()), null, path + "*");
    }

    /**
     * Returns who answers a poll that waits. Mostly that is whoever has something to send; but Weld 5 (seen on Payara Micro 6.2025.10) ends the
     * request context of the thread that completes a request, and where that is a thread in the middle of another request, such as the POST of
     * a chat, it warns of leaks five times for each message.
     */
    private Executor answerer() {
        return Classes.has("jakarta.enterprise.inject.spi.CDI") ? answerers : Runnable::run;
    }

    /** Adds the WebSocket endpoint, and opens the server: in a context listener, because Payara 6 and GlassFish have no WebSocket container before. */
    public void contextInitialized() {
        if (app.servletContext().getAttribute("jakarta.websocket.server.ServerContainer") == null) {
            options = options.pollingOnly();
            LOG.log(
                    Level.WARNING,
                    "The server has no WebSocket container: realtime at " + path + " works by polling only");
        }
        server = new EngineServer(options, app.timer(), tellers, acceptor);
        app.onStop(server);
        if (options.transports().contains(EngineOptions.WEBSOCKET)) {
            WebSocketRegistration.register(app.servletContext(), this);
        }
    }

    /** Returns how long a silent connection is kept by the container, a while longer than by the heartbeat. */
    static Duration patience(EngineOptions options) {
        return options.pingInterval().plus(options.pingTimeout()).plus(options.upgradeTimeout());
    }

    String path() {
        return path;
    }

    EngineOptions options() {
        return options;
    }

    EngineServer server() {
        return server;
    }

    Origins origins() {
        return origins;
    }

    /** Returns who closes WebSockets, which may take long, and must not keep listeners waiting who are told an end. */
    Executor closers() {
        return closers;
    }
}
