package dev.tenon.realtime.web;

import dev.tenon.kernel.Counter;
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
    private final WebOptions webOptions;
    private final Origins origins;
    private final EngineAcceptor acceptor;
    private final Workers closers;
    private final Workers tellers;
    private final Workers answerers;
    private EngineOptions options;
    private volatile Executor answerer;
    private volatile EngineServer server;

    private EngineWeb(WebApp app, EngineOptions options, WebOptions webOptions, EngineAcceptor acceptor) {
        this.app = app;
        this.options = options;
        this.webOptions = webOptions;
        this.origins = new Origins(webOptions.cors());
        this.acceptor = acceptor;
        this.closers = new Workers("tenon-engine-close", app.servletContext());
        this.tellers = new Workers("tenon-engine-end", app.servletContext());
        this.answerers = new Workers("tenon-engine-answer", app.servletContext());
        this.answerer = answerers;
    }

    /**
     * Registers the servlet and the filter, while the context initializes.
     *
     * @param acceptor is given each new session
     * @return what {@link #contextInitialized} is called on
     */
    public static EngineWeb start(WebApp app, EngineOptions options, WebOptions webOptions, EngineAcceptor acceptor) {
        EngineWeb web = new EngineWeb(app, options, webOptions, acceptor);
        web.register();
        return web;
    }

    private void register() {
        app.sessions(); // the container's own take a listener, which only now may be added
        app.onStop(closers);
        app.onStop(tellers);
        app.onStop(answerers);
        app.addFilter(new HandshakeFilter(app, this::server, webOptions, origins));
        app.addServlet(
                "tenon-realtime",
                new PollingServlet(app, this::server, options, webOptions, origins, answer -> answerer.execute(answer)),
                null,
                webOptions.path() + "*");
    }

    /**
     * Returns who answers a poll that waits. Mostly that is whoever has something to send; but Weld 5 (seen on Payara Micro 6.2025.10) ends the
     * request context of the thread that completes a request, and where that is a thread in the middle of another request, such as the POST of
     * a chat, it warns of leaks five times for each message.
     */
    Executor answerer() {
        return app.beans().hasContainer() ? answerers : Runnable::run;
    }

    /** Adds the WebSocket endpoint, and opens the server: in a context listener, because Payara 6 and GlassFish have no WebSocket container before. */
    public void contextInitialized() {
        if (app.servletContext().getAttribute("jakarta.websocket.server.ServerContainer") == null) {
            options = options.pollingOnly();
            LOG.log(
                    Level.WARNING,
                    "TENON-R27 The server has no WebSocket container: realtime at " + webOptions.path()
                            + " works by polling only");
        }
        answerer = answerer();
        Counter dropped = app.meters()
                .counter(
                        "realtime.dropped",
                        "messages lost: volatile ones, and those that a slow consumer could not take");
        EngineServer opened = new EngineServer(options, app.timer(), tellers, acceptor, dropped);
        server = opened;
        app.meters().gauge("realtime.queueBytes", "bytes that wait to be sent, of all connections", opened::queueBytes);
        app.onStop(server);
        if (options.transports().contains(EngineOptions.WEBSOCKET)) {
            WebSocketRegistration.register(app.servletContext(), this);
        }
    }

    /** Returns how long a silent connection is kept by the container, a while longer than by the heartbeat. */
    static Duration patience(EngineOptions options) {
        return options.pingInterval().plus(options.pingTimeout()).plus(options.upgradeTimeout());
    }

    /** Returns where clients ask for a WebSocket. */
    String path() {
        return webOptions.clientPath();
    }

    WebOptions webOptions() {
        return webOptions;
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
