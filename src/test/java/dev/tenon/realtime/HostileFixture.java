package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.LifecycleException;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server under attack, and a neighbour who is connected all the while: after each test the neighbour must still be served. */
abstract class HostileFixture {
    static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";
    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    @TempDir
    private static Path docBase;

    static TomcatApp app;
    static Realtime io;
    private static WireSocket neighbour;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("", docBase)
                .param("tenon.realtime.pingInterval", "5m") // nobody has to answer meanwhile
                .param("tenon.realtime.upgradeTimeout", "500ms");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0))));
        neighbour = new WireSocket(HTTP, app.uri(WEBSOCKET));
        neighbour.next();
        neighbour.send("40").next();
    }

    @AfterAll
    static void stop() throws IOException, LifecycleException {
        neighbour.close();
        app.close();
    }

    @AfterEach
    void neighbour_isServed() throws InterruptedException {
        neighbour.send("421[\"echo\",\"still here\"]");
        assertEquals("431[\"still here\"]", neighbour.next());
    }

    static URI uri(String path) {
        return app.uri(path);
    }

    /** Returns a WebSocket that joined the main namespace. */
    static RawSocket joined() throws IOException {
        RawSocket socket = RawSocket.open(uri(WEBSOCKET));
        assertTrue(socket.next().startsWith("0{"));
        assertTrue(socket.text("40").next().startsWith("40{"));
        return socket;
    }

    /** Returns the path of a session that polls. */
    static String polling() throws Exception {
        return POLLING + "&sid=" + sid(app.get(POLLING).body());
    }

    static String sid(String text) {
        Matcher matcher = SID.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    static int post(String path, String body) throws Exception {
        return app.post(path, "text/plain;charset=UTF-8", body).statusCode();
    }

    static CompletableFuture<HttpResponse<String>> getLater(String path) {
        return HTTP.sendAsync(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
