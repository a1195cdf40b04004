package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.realtime.protocol.Bytes;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketType;
import dev.tenon.realtime.protocol.Parser;
import dev.tenon.web.TomcatApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that are no packets in MessagePack: their connection ends as a parse error, and a neighbour is served all the while. */
class HostileMessagePackOnTomcatTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();

    @TempDir
    private static Path docBase;

    private static TomcatApp app;
    private static RawSocket neighbour;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("", docBase).param("tenon.realtime.parser", "msgpack");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        Realtime io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> {
            socket.on("echo", args -> args.ack(args.get(0)));
            socket.onDisconnect(ENDS::add);
        });
        neighbour = joined();
    }

    @AfterAll
    static void stop() throws Exception {
        neighbour.close();
        app.close();
    }

    @AfterEach
    void neighbour_isServed() throws IOException {
        send(neighbour, bytes(Packet.event("/", "echo", new Object[] {"still here"}, 7)));
        String answer = neighbour.next();
        assertTrue(answer.contains("still here"), answer);
    }

    private static byte[] bytes(Packet packet) {
        return Bytes.of(Parser.msgpack().encode(packet).binary().get(0));
    }

    private static void send(RawSocket socket, byte... message) throws IOException {
        socket.frame(RawSocket.BINARY, true, message);
    }

    /** Returns a WebSocket that joined the main namespace. */
    private static RawSocket joined() throws IOException {
        RawSocket socket = RawSocket.open(app.uri("/socket.io/?EIO=4&transport=websocket"));
        assertTrue(socket.next().startsWith("0{"));
        send(socket, bytes(Packet.of(PacketType.CONNECT, "/", null)));
        String welcome = socket.next();
        assertTrue(welcome.contains("sid"), welcome);
        return socket;
    }

    /** Returns the event {@code ["x", …]} with an argument in MessagePack. */
    private static byte[] event(byte... argument) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(HEX.parseHex("83a36e7370a12fa47479706502a46461746192a178"));
        event.writeBytes(argument);
        return event.toByteArray();
    }

    private static byte[] filled(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static Stream<byte[]> hostile() {
        return Stream.of(
                new byte[0],
                HEX.parseHex("c1"),
                HEX.parseHex("82a36e7370a12fa47479706507"), // a type that there is not
                HEX.parseHex("82a36e7370a12fa47479706500ff"), // more than a packet
                HEX.parseHex("83a36e7370a12fa47479706502a46461746191aa646973636f6e6e656374"), // "disconnect"
                HEX.parseHex("83a36e7370a12fa47479706502a4646174619181a8746f537472696e67a178"), // an object as name
                HEX.parseHex("83a36e7370a12fa47479706503a46461746190"), // an ack without id
                HEX.parseHex("82a36e7370a12fa47479706504"), // a refusal, from a client
                event(HEX.parseHex("ddffffffff")), // four billion elements, members, characters, bytes
                event(HEX.parseHex("dfffffffff")),
                event(HEX.parseHex("dbffffffff")),
                event(HEX.parseHex("c6ffffffff")),
                event(HEX.parseHex("c9ffffffff00")),
                event(HEX.parseHex("819090")), // an array as a name
                event(filled(100_000, 0x91)), // nested, in values and in names, without end and with one
                event(filled(100_000, 0x81)),
                event(filled(999_000, 0x90))); // as many values as bytes, behind the one that belongs there
    }

    /** Passes over clients of tests before, whose close may be heard late. */
    private static void assertParseError() throws InterruptedException {
        String end = ENDS.poll(10, TimeUnit.SECONDS);
        while ("transport close".equals(end)) {
            end = ENDS.poll(10, TimeUnit.SECONDS);
        }
        assertEquals("parse error", end);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void message_thatIsNoPacket_endsItsConnection(byte... message) throws Exception {
        ENDS.clear();
        try (RawSocket attacker = joined()) {
            send(attacker, message);
            assertEquals("closed 1000", attacker.untilClosed());
            assertParseError();
        }
    }

    @Test
    void text_endsItsConnection() throws Exception {
        ENDS.clear();
        try (RawSocket attacker = joined()) {
            assertEquals("closed 1000", attacker.text("42[\"echo\",1]").untilClosed());
            assertParseError();
        }
    }

    @Test
    void event_ofAMillionEmptyMaps_isHandled() throws Exception {
        try (RawSocket client = joined()) {
            List<Object> many = Collections.nCopies(900_000, Map.of());
            send(client, bytes(Packet.event("/", "nobody hears it", new Object[] {many}, Packet.NO_ID)));
            send(client, bytes(Packet.event("/", "echo", new Object[] {"served"}, 1)));
            String answer = client.next();
            assertTrue(answer.contains("served"), answer);
        }
    }
}
