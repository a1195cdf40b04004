package dev.tenon.realtime;

import static dev.tenon.realtime.ClusterContract.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import io.socket.client.IO;
import io.socket.client.Socket;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real servers with one database, for their sessions and between them: the browser comes to either. */
class SessionsOnTwoServersTest {
    @TempDir
    private Path docBase;

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private TomcatApp here;
    private TomcatApp there;

    @BeforeEach
    void start() throws Exception {
        here = server();
        there = server();
    }

    private TomcatApp server() throws Exception {
        TomcatApp app = TomcatApp.at("/shop", docBase)
                .param("tenon.session.enabled", "true")
                .param("tenon.database.url", database)
                .param("tenon.realtime.jdbc.enabled", "true")
                .servlet("/session", new Visits());
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        return app.start();
    }

    @AfterEach
    void stop() throws Exception {
        here.close();
        there.close();
    }

    private static String visit(TomcatApp app, String what, String cookie) throws Exception {
        HttpResponse<String> response = app.get("/session?do=" + what, "Cookie", cookie);
        assertEquals(200, response.statusCode());
        return response.body();
    }

    private static String begin(TomcatApp app) throws Exception {
        String header =
                app.get("/session?do=count").headers().firstValue("Set-Cookie").orElseThrow();
        return header.split(";", 2)[0];
    }

    private static Socket tab(TomcatApp app, String cookie) throws Exception {
        IO.Options options = IO.Options.builder()
                .setPath("/shop/socket.io/")
                .setTransports(new String[] {"websocket"})
                .setForceNew(true)
                .setReconnection(false)
                .setExtraHeaders(Map.of("Cookie", List.of(cookie)))
                .build();
        CountDownLatch connected = new CountDownLatch(1);
        Socket socket = IO.socket(app.uri("/").resolve("/"), options);
        socket.on(Socket.EVENT_CONNECT, args -> connected.countDown());
        socket.connect();
        assertTrue(connected.await(20, TimeUnit.SECONDS), "connected");
        return socket;
    }

    @Test
    void sessionOfAClientThatAlternates_isOneSession() throws Exception {
        String cookie = begin(here);
        for (int i = 2; i < 20; i += 2) {
            assertEquals(String.valueOf(i), visit(there, "count", cookie));
            assertEquals(String.valueOf(i + 1), visit(here, "count", cookie));
        }
    }

    @Test
    void tabsOfOneSession_areReachedOnBothServers() throws Exception {
        String cookie = begin(here);
        Socket first = tab(here, cookie);
        Socket second = tab(there, cookie);
        CountDownLatch said = new CountDownLatch(2);
        first.on("said", args -> said.countDown());
        second.on("said", args -> said.countDown());
        visit(there, "say", cookie);
        assertTrue(said.await(20, TimeUnit.SECONDS), "both tabs hear it");
        first.disconnect();
        second.disconnect();
    }

    @Test
    void signingOutOnOneServer_endsTheSocketsOfTheSessionOnEach_andNoOthers() throws Exception {
        String cookie = begin(here);
        Socket mineHere = tab(here, cookie);
        Socket mineThere = tab(there, cookie);
        Socket otherThere = tab(there, begin(there));
        visit(here, "out", cookie);
        await(() -> !mineHere.connected() && !mineThere.connected());
        assertTrue(otherThere.connected());
        otherThere.disconnect();
    }

    /** Does what the parameter {@code do} says with the session. */
    private static final class Visits extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HttpSession session = request.getSession();
            switch (request.getParameter("do")) {
                case "count" -> {
                    int count = session.getAttribute("count") instanceof Integer before ? before + 1 : 1;
                    session.setAttribute("count", count);
                    response.getWriter().print(count);
                }
                case "say" ->
                    Tenon.of(getServletContext()).realtime().session(session).emit("said");
                default -> session.invalidate();
            }
        }
    }
}
