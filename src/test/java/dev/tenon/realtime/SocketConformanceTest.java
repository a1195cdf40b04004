package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases of the official Socket.IO suite that go beyond Engine.IO, one by one and in their order; the others are those of {@code
 * EngineConformance4Test}. The server has the handlers that the suite asks for.
 */
class SocketConformanceTest {
    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    private WireSocket client;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("", docBase)
                .param("tenon.realtime.pingInterval", "5s")
                .param("tenon.realtime.connectTimeout", "1s");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        Realtime io = Tenon.of(app.servletContext()).realtime();
        serve(io);
        serve(io.of("/custom"));
    }

    private static void serve(Namespace namespace) {
        namespace.onConnection(socket -> {
            socket.emit("auth", socket.handshake().auth());
            socket.on("message", args -> socket.emit("message-back", values(args)));
            socket.on("message-with-ack", args -> args.ack(values(args)));
        });
    }

    private static Object[] values(Args args) {
        return IntStream.range(0, args.size()).mapToObj(args::get).toArray();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @BeforeEach
    void open() throws Exception {
        client = new WireSocket(HttpClient.newHttpClient(), app.uri("/socket.io/?EIO=4&transport=websocket"));
        assertTrue(client.next().startsWith("0{"));
    }

    private void joins(String connect, String accepted, String auth) throws Exception {
        client.send(connect);
        String answer = client.next();
        assertTrue(answer.matches(accepted + "\\{\"sid\":\"[\\w-]{20}\"}"), answer);
        assertEquals(auth, client.next());
    }

    private void joined() throws Exception {
        joins("40", "40", "42[\"auth\",{}]");
    }

    @Test
    void connect_toTheMainNamespace_isAllowed() throws Exception {
        joined();
    }

    @Test
    void connect_toTheMainNamespace_withAPayload_isAllowed() throws Exception {
        joins("40{\"token\":\"123\"}", "40", "42[\"auth\",{\"token\":\"123\"}]");
    }

    @Test
    void connect_toACustomNamespace_isAllowed() throws Exception {
        joins("40/custom,", "40/custom,", "42/custom,[\"auth\",{}]");
    }

    @Test
    void connect_toACustomNamespace_withAPayload_isAllowed() throws Exception {
        joins("40/custom,{\"token\":\"abc\"}", "40/custom,", "42/custom,[\"auth\",{\"token\":\"abc\"}]");
    }

    @Test
    void connect_toAnUnknownNamespace_isRefused() throws Exception {
        assertEquals(
                "44/random,{\"message\":\"Invalid namespace\"}",
                client.send("40/random").next());
    }

    @Test
    void connect_withAnInvalidHandshake_closesTheConnection() throws Exception {
        assertEquals("closed", client.send("4abc").next());
    }

    @Test
    void connect_thatDoesNotCome_closesTheConnection() throws Exception {
        assertEquals("closed", client.next());
    }

    @Test
    void disconnect_fromTheMainNamespace_leavesTheConnection() throws Exception {
        joined();
        client.send("41", "40");
        assertTrue(client.next().startsWith("40{"));
    }

    @Test
    void disconnect_fromACustomNamespace_leavesTheOther() throws Exception {
        joined();
        joins("40/custom", "40/custom,", "42/custom,[\"auth\",{}]");
        client.send("41/custom,", "42[\"message\",\"still here\"]");
        assertEquals("42[\"message-back\",\"still here\"]", client.next());
    }

    @Test
    void message_ofText_isSentBack() throws Exception {
        joined();
        client.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
        assertEquals("42[\"message-back\",1,\"2\",{\"3\":[true]}]", client.next());
    }

    @Test
    void message_withAttachments_isSentBack() throws Exception {
        joined();
        client.send("452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")
                .sendBytes((byte) 1, (byte) 2, (byte) 3)
                .sendBytes((byte) 4, (byte) 5, (byte) 6);
        assertEquals(
                "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                client.next());
        assertEquals("[1, 2, 3]", client.next());
        assertEquals("[4, 5, 6]", client.next());
    }

    @Test
    void message_ofText_withAnAck_isAcknowledged() throws Exception {
        joined();
        client.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
        assertEquals("43456[1,\"2\",{\"3\":[false]}]", client.next());
    }

    @Test
    void message_withAttachments_andAnAck_isAcknowledged() throws Exception {
        joined();
        client.send("452-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")
                .sendBytes((byte) 1, (byte) 2, (byte) 3)
                .sendBytes((byte) 4, (byte) 5, (byte) 6);
        assertEquals("462-789[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]", client.next());
        assertEquals("[1, 2, 3]", client.next());
        assertEquals("[4, 5, 6]", client.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4abc", "42{}", "42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]"})
    void message_ofAnInvalidFormat_closesTheConnection(String message) throws Exception {
        joined();
        assertEquals("closed", client.send(message).next());
    }
}
