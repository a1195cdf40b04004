package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import io.socket.engineio.client.Transport;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.websocket.server.WsSci;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client for Java, version 2.1, over each transport. */
class JavaClientTest {
    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", docBase).param("tenon.realtime.enabled", "true");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        Realtime io = Tenon.of(app.servletContext()).realtime();
        io.of("/desk").onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0), args.get(1)))
                .on("back", args -> socket.emit("back", args.get(0)))
                .on("auth", args -> args.ack(socket.handshake().auth().get("token"))));
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void client_talks(String transports) throws Exception {
        String[] names = transports.split(",");
        IO.Options options = IO.Options.builder()
                .setPath("/shop/socket.io/")
                .setTransports(names)
                .setForceNew(true)
                .setAuth(Map.of("token", "abc"))
                .build();
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        Socket socket = IO.socket(app.uri("/").resolve("/desk"), options);
        socket.io().on(Manager.EVENT_TRANSPORT, args -> heard.add("transport " + ((Transport) args[0]).name));
        socket.on(Socket.EVENT_CONNECT, args -> heard.add("connected"));
        socket.on(Socket.EVENT_CONNECT_ERROR, args -> heard.add(args[0]));
        socket.on("back", args -> heard.add(args[0]));
        try {
            socket.connect();
            assertConnected(heard, names);
            assertTalks(socket, heard);
        } finally {
            socket.disconnect();
        }
    }

    /** The upgrade may come before or after the namespace. */
    private static void assertConnected(BlockingQueue<Object> heard, String... transports) throws InterruptedException {
        Set<Object> expected = new HashSet<>(Set.of("connected"));
        for (String transport : transports) {
            expected.add("transport " + transport);
        }
        while (!expected.isEmpty()) {
            Object next = take(heard);
            assertTrue(expected.remove(next), () -> "heard " + next);
        }
    }

    private static void assertTalks(Socket socket, BlockingQueue<Object> heard) throws Exception {
        Ack ack = args -> heard.add(args[0]);
        socket.emit("auth", ack);
        assertEquals("abc", take(heard));
        byte[] bytes = {1, 2, 3};
        socket.emit("echo", new Object[] {"你好", bytes}, args -> {
            heard.add(args[0]);
            heard.add(args[1]);
        });
        assertEquals("你好", take(heard));
        assertArrayEquals(bytes, (byte[]) take(heard));
        socket.emit("back", new JSONObject().put("content", (Object) bytes)); // of a Map, org.json makes an array of it
        assertArrayEquals(bytes, (byte[]) ((JSONObject) take(heard)).opt("content"));
    }

    private static Object take(BlockingQueue<Object> heard) throws InterruptedException {
        Object next = heard.poll(10, TimeUnit.SECONDS);
        assertNotNull(next, "nothing came");
        return next;
    }
}
