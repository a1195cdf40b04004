package dev.tenon.realtime.web;

import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.engine.EngineError;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.engine.EngineRequest;
import dev.tenon.realtime.engine.EngineServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** HTTP long-polling. It handles every method itself: the protocol answers PUT and DELETE with 400, where {@link HttpServlet} says 405. */
final class PollingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

    private final transient WebApp app;
    private final transient Supplier<EngineServer> server;
    private final transient WebOptions options;
    private final transient Cors cors;
    private final transient Origins origins;
    private final transient Optional<ClientFiles> files;
    private final transient Compression compression;
    private final transient Duration pollLimit;
    private final transient Executor answerer;

    PollingServlet(
            WebApp app,
            Supplier<EngineServer> server,
            EngineOptions engine,
            WebOptions options,
            Origins origins,
            Executor answerer) {
        this.app = app;
        this.server = server;
        this.options = options;
        this.origins = origins;
        this.cors = new Cors(options.cors());
        this.files = options.serveClient() ? Optional.of(ClientFiles.of(app.servletContext())) : Optional.empty();
        this.compression = options.compression();
        this.pollLimit = EngineWeb.patience(engine);
        this.answerer = answerer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        cors.allow(request, response);
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            file(request, response);
        } else if (cors.isPreflight(request)) {
            cors.answerPreflight(request, response);
        } else {
            engine(request, response);
        }
    }

    private void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo().substring(1);
        Optional<ClientFile> file = files.flatMap(all -> all.find(name));
        if (file.isPresent()) {
            file.get().answer(request, response, compression);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void engine(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletRequestView view = new ServletRequestView(request, app, false, origins);
        Optional<EngineError> error = server.get().admit(view);
        if (error.isPresent()) {
            Answers.refuse(response, error.get());
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> {
                setCookie(view, response);
                poll(view, new AsyncPoll(request, response, answerer, compression));
            }
            case "POST" -> post(view, request, response);
            default -> Answers.refuse(response, EngineError.BAD_REQUEST);
        }
    }

    private void setCookie(ServletRequestView view, HttpServletResponse response) {
        options.cookie().ifPresent(cookie -> view.reserveSid()
                .ifPresent(sid -> response.addHeader(
                        "Set-Cookie", cookie.header(sid, view.handshake().secure()))));
    }

    private void poll(EngineRequest view, AsyncPoll poll) throws IOException {
        server.get().get(view, poll);
        poll.settle(pollLimit);
    }

    private void post(EngineRequest view, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = server.get().post(view, new RequestBody(request));
        response.setStatus(status);
        if (status == HttpServletResponse.SC_OK) {
            Answers.write(response, "text/html", OK); // as the reference: some browsers offer text/plain as a download
        }
    }
}
