package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets and the HTTP session that they belong to, in a real container, whoever keeps the sessions. */
abstract class SocketsOfSessionsContract {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    @TempDir
    private Path docBase;

    private final CompletableFuture<String> upgraded = new CompletableFuture<>();
    private TomcatApp app;
    private Realtime io;

    /** Returns the parameters that say who keeps the sessions. */
    abstract Map<String, String> parameters();

    @BeforeEach
    void start() throws Exception {
        app = TomcatApp.at("/shop", docBase).param("tenon.realtime.enabled", "true");
        parameters().forEach(app::param);
        app.servlet("/session", new Visits()).context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.context().setBackgroundProcessorDelay(1); // in seconds: how often Tomcat looks for sessions that expired
        app.start();
        io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> socket.onUpgrade(upgraded::complete)
                .on("name", args -> args.ack(name(socket)))
                .on("rename", String.class, (name, ack) -> ack.send(rename(socket, name))));
    }

    private static Object name(Socket socket) {
        CompletableFuture<Object> name = new CompletableFuture<>();
        socket.session(session -> name.complete(session.getAttribute("name")));
        return name.getNow("nobody's");
    }

    private static boolean rename(Socket socket, String name) {
        return socket.session(session -> session.setAttribute("name", name));
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    /** Does what the parameter {@code do} says with the session. */
    private static final class Visits extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getParameter("do")) {
                case "begin" -> request.getSession().setAttribute("name", request.getParameter("name"));
                case "name" ->
                    response.getWriter().print(request.getSession(false).getAttribute("name"));
                case "say" -> say(request.getSession(false));
                case "change" -> request.changeSessionId();
                case "expire" -> request.getSession(false).setMaxInactiveInterval(1);
                default -> request.getSession(false).invalidate();
            }
        }

        private void say(HttpSession session) {
            Tenon.of(getServletContext()).realtime().session(session).emit("said");
        }
    }

    private String begin(String name) throws Exception {
        return cookie(app.get("/session?do=begin&name=" + name)).orElseThrow();
    }

    private String visit(String what, String cookie) throws Exception {
        HttpResponse<String> response = app.get("/session?do=" + what, "Cookie", cookie);
        assertEquals(200, response.statusCode());
        return response.body();
    }

    private static Optional<String> cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").map(header -> header.split(";", 2)[0]);
    }

    /** Returns the address of a new polling client that joined, as the visitor of the cookie. */
    private String join(String... cookie) throws Exception {
        HttpResponse<String> response = app.get(POLLING, headers(cookie));
        assertEquals(Optional.empty(), cookie(response));
        String url = POLLING + "&sid=" + sid(response.body());
        post(url, "40", cookie);
        return url;
    }

    private Socket joined(String url, String... cookie) throws Exception {
        return io.socket(sid(poll(url, cookie))).orElseThrow();
    }

    private static String sid(String text) {
        Matcher matcher = SID.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static String[] headers(String... cookie) {
        return cookie.length == 0 ? cookie : new String[] {"Cookie", cookie[0]};
    }

    private String poll(String url, String... cookie) throws Exception {
        return app.get(url, headers(cookie)).body();
    }

    private void post(String url, String body, String... cookie) throws Exception {
        assertEquals(200, postStatus(url, body, cookie));
    }

    private int postStatus(String url, String body, String... cookie) throws Exception {
        return app.post(url, "text/plain;charset=UTF-8", body, headers(cookie)).statusCode();
    }

    @Test
    void handshake_beginsNoSession() throws Exception {
        Socket socket = joined(join());
        assertEquals(Optional.empty(), socket.session());
        assertFalse(socket.session(session -> Assertions.fail()));
        assertEquals("polling", socket.transport());
    }

    @Test
    void ioSession_reachesEveryTabOfIt_andNobodyElse() throws Exception {
        String ann = begin("ann");
        String bob = begin("bob");
        String first = join(ann);
        String second = join(ann);
        String other = join(bob);
        poll(first, ann);
        poll(second, ann);
        joined(other, bob);
        visit("say", ann);
        post(other, "421[\"name\"]", bob);
        assertEquals("42[\"said\"]", poll(first, ann));
        assertEquals("42[\"said\"]", poll(second, ann));
        assertEquals("431[\"bob\"]", poll(other, bob));
    }

    @Test
    void workOfAHandler_isKept() throws Exception {
        String ann = begin("ann");
        String url = join(ann);
        poll(url, ann);
        post(url, "421[\"rename\",\"anna\"]\u001e422[\"name\"]", ann);
        assertEquals("431[true]\u001e432[\"anna\"]", poll(url, ann));
        assertEquals("anna", visit("name", ann));
    }

    @Test
    void changeSessionId_keepsTheSockets() throws Exception {
        String ann = begin("ann");
        String url = join(ann);
        Socket socket = joined(url, ann);
        String alias = socket.session().orElseThrow().id();
        String changed = cookie(app.get("/session?do=change", "Cookie", ann)).orElseThrow();
        post(url, "421[\"name\"]", changed);
        assertEquals("431[\"ann\"]", poll(url, changed));
        assertEquals(Set.of(socket.id(), alias), socket.rooms());
        assertEquals(400, postStatus(url, "422[\"name\"]", ann));
    }

    @Test
    void expiry_disconnectsTheSockets_ofThisSessionAlone() throws Exception {
        String ann = begin("ann");
        String bob = begin("bob");
        CompletableFuture<String> end = new CompletableFuture<>();
        CompletableFuture<String> otherEnd = new CompletableFuture<>();
        joined(join(ann), ann).onDisconnect(end::complete);
        Socket other = joined(join(bob), bob);
        other.onDisconnect(otherEnd::complete);
        visit("expire", ann);
        assertEquals("server namespace disconnect", end.get(20, TimeUnit.SECONDS));
        assertFalse(otherEnd.isDone());
        assertTrue(other.connected());
    }

    @Test
    void connectionWithoutSession_isBoundOnceByTheFirstRequestThatHasOne() throws Exception {
        String url = join();
        Socket socket = joined(url);
        String ann = begin("ann");
        post(url, "421[\"name\"]", ann);
        assertEquals("431[\"ann\"]", poll(url, ann));
        assertEquals(Set.of(socket.id(), socket.session().orElseThrow().id()), socket.rooms());
        String bob = begin("bob");
        assertEquals(400, postStatus(url, "422[\"name\"]", bob));
        assertEquals(400, postStatus(url, "422[\"name\"]"));
        CompletableFuture<String> end = new CompletableFuture<>();
        socket.onDisconnect(end::complete);
        visit("end", ann);
        assertEquals("server namespace disconnect", end.get(10, TimeUnit.SECONDS));
    }

    @Test
    void addressThatAnotherSiteOpened_bindsNothing() throws Exception {
        String url = join();
        Socket socket = joined(url);
        String ann = begin("ann");
        socket.emit("ready");
        HttpResponse<String> page =
                app.get(url, "Cookie", ann, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertEquals("42[\"ready\"]", page.body());
        assertEquals(Optional.empty(), socket.session());
        post(url, "421[\"name\"]");
        assertEquals("431[\"nobody's\"]", poll(url));
    }

    @Test
    void sid_isOfNoUseWithTheCookieOfAnother() throws Exception {
        String ann = begin("ann");
        String bob = begin("bob");
        String url = join(ann);
        poll(url, ann);
        assertEquals(400, app.get(url, headers(bob)).statusCode());
        assertEquals(400, app.get(url).statusCode());
        assertEquals(400, postStatus(url, "42[\"name\"]", bob));
        HttpClient http = HttpClient.newHttpClient();
        Assertions.assertThrows(
                CompletionException.class,
                () -> new WireSocket(http, app.uri(url.replace("polling", "websocket")), headers(bob)));
        post(url, "421[\"name\"]", ann);
        assertEquals("431[\"ann\"]", poll(url, ann));
    }

    @Test
    void webSocketThatTakesOver_bindsTheConnection() throws Exception {
        String url = join();
        Socket socket = joined(url);
        String ann = begin("ann");
        WireSocket wire =
                new WireSocket(HttpClient.newHttpClient(), app.uri(url.replace("polling", "websocket")), headers(ann));
        wire.send("2probe", "5", "421[\"name\"]");
        assertEquals("3probe", wire.next());
        assertEquals("431[\"ann\"]", wire.next());
        assertEquals("websocket", upgraded.get(10, TimeUnit.SECONDS));
        assertEquals("websocket", socket.transport());
        visit("end", ann);
        assertEquals("41", wire.next());
    }
}
