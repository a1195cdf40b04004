package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.protocol.Bytes;
import dev.tenon.realtime.protocol.EncodedPacket;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketType;
import dev.tenon.realtime.protocol.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose packets travel in another way than JSON. */
class ParserTest {
    private final ManualTimer timer = new ManualTimer();

    private RealtimeServer server(RealtimeOptions.Builder options) {
        return new RealtimeServer(options.build(), timer, Runnable::run, new FakeSessions());
    }

    private RealtimeServer msgpack() {
        return server(RealtimeOptions.builder().parser(Parser.msgpack()));
    }

    private static byte[] bytes(Packet packet) {
        return Bytes.of(Parser.msgpack().encode(packet).binary().get(0));
    }

    private static FakeClient says(FakeClient client, Packet packet) {
        return client.sendsBytes(bytes(packet));
    }

    private static FakeClient connected(RealtimeServer io) {
        return says(new FakeClient(io), Packet.of(PacketType.CONNECT, "/", null));
    }

    private static Packet last(FakeClient client) {
        assertEquals(1, client.lastFrames().size());
        Frame.Binary frame = (Frame.Binary) client.lastFrames().get(0);
        return Parser.msgpack().decoder().binary(Bytes.of(frame.bytes())).orElseThrow();
    }

    private static Packet event(String name, Object... args) {
        return Packet.event("/", name, args, Packet.NO_ID);
    }

    @Test
    void msgpack_carriesEventsAcksAndBytes() {
        RealtimeServer io = msgpack();
        List<Args> answers = new ArrayList<>();
        io.onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0)))
                .on("ask me", args -> socket.emitWithAck("question").thenAccept(answers::add)));
        FakeClient client = connected(io);
        Packet welcome = last(client);
        assertEquals(PacketType.CONNECT, welcome.type());
        assertEquals(io.sockets().keySet().iterator().next(), ((Map<?, ?>) welcome.data()).get("sid"));

        says(client, Packet.event("/", "echo", new Object[] {new byte[] {1, 2}}, 7));
        Packet answer = last(client);
        assertEquals(PacketType.ACK, answer.type());
        assertEquals(7, answer.id());
        assertArrayEquals(new byte[] {1, 2}, (byte[]) answer.args().get(0));

        says(client, event("ask me"));
        says(client, Packet.ack("/", new Object[] {"me"}, last(client).id()));
        assertEquals("me", answers.get(0).text(0));
    }

    @Test
    void msgpack_isEncodedOnce_forAll() {
        RealtimeServer io = msgpack();
        FakeClient one = connected(io);
        FakeClient other = connected(io);
        io.emit("news", new byte[] {1}, Map.of("a", 1));
        assertSame(one.lastFrames(), other.lastFrames());
        assertEquals("news", last(one).args().get(0));
    }

    @Test
    void msgpack_tellsARefusal() {
        RealtimeServer io = msgpack();
        io.of("/closed").use((socket, next) -> next.refuse("not authorized", Map.of("code", 7)));
        FakeClient client = says(new FakeClient(io), Packet.of(PacketType.CONNECT, "/closed", Map.of("token", "t")));
        assertEquals(
                Packet.of(
                        PacketType.CONNECT_ERROR,
                        "/closed",
                        Map.of("message", "not authorized", "data", Map.of("code", 7))),
                last(client));
    }

    @Test
    void msgpack_isRecovered() {
        RealtimeServer io =
                server(RealtimeOptions.builder().parser(Parser.msgpack()).connectionStateRecovery(true));
        FakeClient client = connected(io);
        Map<?, ?> welcome = (Map<?, ?>) last(client).data();
        io.emit("news", 1);
        Object offset = last(client).args().get(2);
        client.goes("transport close");
        io.emit("news", new byte[] {2});

        FakeClient again = new FakeClient(io);
        says(again, Packet.of(PacketType.CONNECT, "/", Map.of("pid", welcome.get("pid"), "offset", offset)));
        List<String> received = again.received();
        assertEquals(2, received.size());
        assertTrue(received.get(0).contains("110, 101, 119, 115, -60, 1, 2"), received.get(0)); // "news", a byte
        assertEquals(welcome.get("sid"), ((Map<?, ?>) last(again).data()).get("sid"));
    }

    @Test
    void clientOfVersion2_isToldInTheSameWay() {
        RealtimeServer io = msgpack();
        io.onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0))));
        FakeClient client = new FakeClient(io, 3, Optional.empty());
        assertEquals(Packet.of(PacketType.CONNECT, "/", null), last(client));
        says(client, Packet.event("/", "echo", new Object[] {"hi"}, 1));
        assertEquals(List.of("hi"), last(client).args());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "40", "2[\"a\"]", "{\"type\":0,\"nsp\":\"/desk\"}"})
    void clientOfAnotherParser_isSentAway(String text) {
        FakeClient client = new FakeClient(msgpack()).sends(text);
        assertEquals(List.of("closed"), client.received());
    }

    @Test
    void parserOfTheApplication_isUsed() {
        RealtimeServer io = server(RealtimeOptions.builder().parser(new LinesParser()));
        io.onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0))));
        FakeClient client = new FakeClient(io).sends("CONNECT\n/\n-1", "EVENT\n/\n7\necho\nhi");
        assertEquals(List.of("CONNECT\n/\n-1", "ACK\n/\n7\nhi"), client.received());
    }

    /** Whatever a parser throws, and whatever packet it makes, ends this connection and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EVENT",
                "NOTHING\n/\n-1",
                "EVENT\n/\nx\na",
                "EVENT\n/\n-1\ndisconnect",
                "EVENT\n/\n-1",
                "CONNECT\nx\n-1"
            })
    void parserThatFails_endsItsConnection(String text) {
        RealtimeServer io = server(RealtimeOptions.builder().parser(new LinesParser()));
        FakeClient other = new FakeClient(io).sends("CONNECT\n/\n-1");
        List<String> ends = new ArrayList<>();
        io.onConnection(socket -> socket.onDisconnect(ends::add));
        FakeClient client = new FakeClient(io).sends("CONNECT\n/\n-1", text);
        assertTrue(client.isClosed());
        assertEquals(List.of("parse error"), ends);
        assertEquals(false, other.isClosed());
    }

    @Test
    void parserThatEndsTheStack_endsItsConnection() {
        FakeClient client =
                new FakeClient(server(RealtimeOptions.builder().parser(new LinesParser()))).sendsBytes((byte) 1);
        assertTrue(client.isClosed());
    }

    @Test
    void packet_mayBeSeveralMessages() {
        Parser both = new Parser() {
            @Override
            public EncodedPacket encode(Packet packet) {
                return new EncodedPacket(
                        Optional.of("head"), List.of(ByteBuffer.wrap(new byte[] {1}), ByteBuffer.wrap(new byte[] {2})));
            }

            @Override
            public Decoder decoder() {
                return Parser.json().decoder();
            }
        };
        FakeClient client = new FakeClient(server(RealtimeOptions.builder().parser(both))).sends("0");
        assertEquals(List.of("head", "[1]", "[2]"), client.received());
    }
}
