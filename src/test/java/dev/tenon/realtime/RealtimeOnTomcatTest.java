package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the wire to handlers and back, over both transports, in a real container. */
class RealtimeOnTomcatTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    @TempDir
    private static Path docBase;

    private static TomcatApp app;
    private static Realtime io;

    private final HttpClient http = HttpClient.newHttpClient();

    private static TomcatApp start(String contextPath) throws Exception {
        TomcatApp started = TomcatApp.at(contextPath, docBase)
                .param("tenon.realtime.enabled", "true")
                .servlet("/session", new Sessions());
        // As in a Tomcat of its own, its WebSockets begin before Tenon and end after it.
        started.context().setContainerSciFilter(WsSci.class.getName());
        started.context().addServletContainerInitializer(new WsSci(), Set.of());
        return started.start();
    }

    @BeforeAll
    static void start() throws Exception {
        app = start("/shop");
        io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0)))
                .on("back", args -> socket.emit("back", args.get(0)))
                .on("join", args -> socket.join(args.text(0)))
                .on("name", args -> args.ack(nameIn(socket))));
        io.of("/closed").use((socket, next) -> next.refuse("not authorized", Map.of("code", 7)));
    }

    private static Object nameIn(Socket socket) {
        Object[] name = new Object[1];
        socket.handshake().session().orElseThrow().access(session -> name[0] = session.getAttribute("name"));
        return name[0];
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    private static String sid(String text) {
        Matcher matcher = SID.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static String open() throws Exception {
        return POLLING + "&sid=" + sid(app.get(POLLING).body());
    }

    private static String openAndJoin() throws Exception {
        String url = open();
        join(url);
        return url;
    }

    private static Socket join(String url) throws Exception {
        post(url, "40");
        return io.socket(sid(poll(url))).orElseThrow();
    }

    private static void post(String url, String body) throws Exception {
        HttpResponse<String> response = app.post(url, "text/plain;charset=UTF-8", body);
        assertEquals("200 ok", response.statusCode() + " " + response.body());
    }

    private static String poll(String url) throws Exception {
        return app.get(url).body();
    }

    private WireSocket connect(String... headers) throws Exception {
        return connectTo(app, headers);
    }

    private WireSocket connectTo(TomcatApp server, String... headers) throws Exception {
        WireSocket socket = new WireSocket(http, server.uri(WEBSOCKET), headers);
        assertTrue(socket.next().startsWith("0{"));
        socket.send("40");
        return socket;
    }

    @Test
    void polling_carriesEventsAcksAndBytes() throws Exception {
        String url = openAndJoin();
        post(url, "420[\"echo\",\"你好\"]\u001e42[\"back\",2]");
        assertEquals("430[\"你好\"]\u001e42[\"back\",2]", poll(url));
        post(url, "451-[\"back\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
        assertEquals("451-[\"back\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID", poll(url));
    }

    @Test
    void polling_endsWithAPacketThatIsNone() throws Exception {
        String url = open();
        CompletableFuture<String> end = new CompletableFuture<>();
        join(url).onDisconnect(end::complete);
        post(url, "42{}");
        assertEquals("parse error", end.get(10, TimeUnit.SECONDS));
        assertEquals("1", poll(url));
        assertEquals(400, app.get(url).statusCode());
    }

    @Test
    void webSocket_carriesEventsAcksAndBytes() throws Exception {
        WireSocket socket = connect();
        String id = sid(socket.next());
        socket.send("421[\"echo\",{\"a\":[null,1.5]}]");
        assertEquals("431[{\"a\":[null,1.5]}]", socket.next());
        socket.send("451-[\"back\",{\"_placeholder\":true,\"num\":0}]").sendBytes((byte) 1, (byte) 2);
        assertEquals("451-[\"back\",{\"_placeholder\":true,\"num\":0}]", socket.next());
        assertEquals("[1, 2]", socket.next());
        io.to(id).emit("chat message", "hi");
        assertEquals("42[\"chat message\",\"hi\"]", socket.next());
        socket.close();
    }

    @Test
    void handlers_runInOrderAndOneAtATime_onTheThreadThatReceived() throws Exception {
        AtomicInteger running = new AtomicInteger();
        List<Long> heard = new ArrayList<>(); // no lock: whatever thread adds is the only one that does
        Set<String> threads = ConcurrentHashMap.newKeySet();
        String url = open();
        join(url).on("n", args -> {
            assertEquals(1, running.incrementAndGet());
            heard.add(args.integer(0));
            threads.add(Thread.currentThread().getName());
            running.decrementAndGet();
        });
        for (int i = 0; i < 100; i += 4) {
            String[] events = {event(i), event(i + 1), event(i + 2), event(i + 3)};
            post(url, String.join("\u001e", events));
            assertEquals(i + 4, heard.size()); // handled before the request was answered
        }
        assertEquals(LongStream.range(0, 100).boxed().toList(), heard);
        assertTrue(threads.stream().allMatch(name -> name.contains("exec")), threads::toString);
    }

    private static String event(int number) {
        return "42[\"n\"," + number + "]";
    }

    @Test
    void polling_becomesWebSocketWithoutLosingAnything() throws Exception {
        String url = openAndJoin();
        WireSocket socket = new WireSocket(http, app.uri(url.replace("polling", "websocket")));
        socket.send("2probe");
        assertEquals("3probe", socket.next());
        socket.send("5", "42[\"back\",1]");
        assertEquals("42[\"back\",1]", socket.next());
        socket.close();
    }

    @Test
    void room_reachesBothTransports() throws Exception {
        String url = openAndJoin();
        WireSocket socket = connect();
        socket.next();
        post(url, "421[\"join\",\"r\"]\u001e422[\"echo\",1]");
        socket.send("42[\"join\",\"r\"]", "423[\"echo\",2]");
        assertEquals("432[1]", poll(url));
        assertEquals("433[2]", socket.next());
        io.to("r").emit("x", new byte[] {1});
        assertEquals("451-[\"x\",{\"_placeholder\":true,\"num\":0}]\u001ebAQ==", poll(url));
        assertEquals("451-[\"x\",{\"_placeholder\":true,\"num\":0}]", socket.next());
        assertEquals("[1]", socket.next());
        socket.close();
    }

    @Test
    void middleware_refusesWithMessageAndData() throws Exception {
        WireSocket socket = connect();
        socket.next();
        socket.send("40/closed,");
        assertEquals("44/closed,{\"message\":\"not authorized\",\"data\":{\"code\":7}}", socket.next());
        socket.close();
    }

    @Test
    void session_isKnownToItsSocketsAndEndsThem() throws Exception {
        String cookie = app.get("/session")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        WireSocket first = connect("Cookie", cookie);
        Socket seen = io.socket(sid(first.next())).orElseThrow();
        WireSocket second = connect("Cookie", cookie);
        second.next();
        first.send("421[\"name\"]");
        assertEquals("431[\"ann\"]", first.next());

        io.to(seen.handshake().session().orElseThrow().id()).emit("x");
        assertEquals("42[\"x\"]", first.next());
        assertEquals("42[\"x\"]", second.next());

        app.post("/session", "text/plain", "", "Cookie", cookie);
        assertEquals("41", first.next());
        assertEquals("41", second.next());
    }

    @Test
    void stop_endsConnectionsAndThreads() throws Exception {
        WireSocket socket;
        CompletableFuture<String> end = new CompletableFuture<>();
        try (TomcatApp stopping = start("/stopping")) {
            Tenon.of(stopping.servletContext()).realtime().onConnection(next -> next.onDisconnect(end::complete));
            socket = connectTo(stopping);
            socket.next();
        }
        assertEquals("server shutting down", end.getNow("nothing"));
        assertEquals("closed", socket.next());
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.contains("/stopping"))
                        .toList());
    }

    /** Begins a session on GET and ends it on POST. */
    private static final class Sessions extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().setAttribute("name", "ann");
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().invalidate();
        }
    }
}
