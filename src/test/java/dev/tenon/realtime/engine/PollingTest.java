package dev.tenon.realtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest {
    private final Bench bench = new Bench();

    @Test
    void open_announcesTheOptions() {
        FakePoll poll = new FakePoll();
        bench.server.get(FakeRequest.get("EIO=4&transport=polling"), poll);
        assertEquals(
                "0{\"sid\":\"" + bench.socket.sid() + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                        + "\"pingTimeout\":20000,\"maxPayload\":1000000}",
                poll.answer());
        assertEquals(22, bench.socket.sid().length());
        assertEquals("polling", bench.socket.transport());
    }

    @Test
    void poll_waitsForAMessage() {
        bench.opened();
        FakePoll poll = bench.poll();
        assertNull(poll.answer());
        assertTrue(bench.socket.isWritable());
        bench.send("hello");
        assertEquals("4hello", poll.answer());
        assertFalse(bench.socket.isWritable());
    }

    @Test
    void poll_takesWhatWaits_inOrder() {
        bench.opened();
        bench.socket.send(List.of(new Frame.Text("a"), new Frame.Binary(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}))));
        bench.send("é");
        assertEquals("4a\u001ebAQIDBA==\u001e4é", bench.poll().answer());
    }

    @Test
    void poll_whileOneWaits_endsTheSession() {
        bench.opened();
        FakePoll first = bench.poll();
        assertEquals("BAD_REQUEST", bench.poll().answer());
        assertEquals("1", first.answer());
        bench.assertHeard("closed: transport error");
        assertEquals("UNKNOWN_SID", bench.poll().answer());
    }

    @Test
    void payload_isSplitAtItsLimit() {
        Bench small = new Bench(EngineOptions.builder().maxHttpBufferSize(11).build()).opened();
        small.socket.send(List.of(
                new Frame.Text("1234"), // 5 bytes, and 1 between
                new Frame.Text("1234"), // makes 11
                new Frame.Text("a message too large for one payload"),
                new Frame.Binary(ByteBuffer.wrap(new byte[6])), // 9 bytes
                new Frame.Text("x")));
        assertEquals("41234\u001e41234", small.poll().answer());
        assertEquals("4a message too large for one payload", small.poll().answer());
        assertEquals("bAAAAAAAA", small.poll().answer());
        assertEquals("4x", small.poll().answer());
    }

    @Test
    void post_deliversItsMessages_inOrder() {
        assertEquals(200, bench.opened().post("4a\u001ebAQIDBA==\u001e4c\u001e4"));
        bench.assertHeard("a", "4 bytes", "c", "");
    }

    @Test
    void post_ofBase64_mayHaveBrokenLines() {
        assertEquals(200, bench.opened().post("bAQ\nID\r\nBA==\n"));
        bench.assertHeard("4 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "4a\u001e", "\u001e\u001e\u001e", "9", "b!!!", "bA", "b AQIDBA=="})
    void post_malformed_endsTheSession(String body) {
        assertEquals(400, bench.opened().post(body));
        assertEquals("closed: parse error", bench.heard.get(bench.heard.size() - 1));
        assertEquals(400, bench.post("4a"));
    }

    @Test
    void post_ofPing_endsTheSession() {
        assertEquals(400, bench.opened().post("2"));
        bench.assertHeard("closed: transport error");
    }

    @Test
    void post_ofClose_endsTheSession_andIgnoresTheRest() {
        bench.opened();
        FakePoll poll = bench.poll();
        assertEquals(200, bench.post("4a\u001e1\u001e4b\u001e?"));
        assertEquals("6", poll.answer());
        bench.assertHeard("a", "closed: transport close");
        assertEquals("UNKNOWN_SID", bench.poll().answer());
    }

    @Test
    void poll_overtakenByTheClose_isAnswered_once() {
        bench.opened().post("1");
        assertEquals("6", bench.poll().answer());
        assertEquals("UNKNOWN_SID", bench.poll().answer());
    }

    @Test
    void poll_longAfterTheClose_isRefused() {
        bench.opened().post("1");
        assertEquals(400, bench.post("4a"));
        bench.timer.advance(Duration.ofSeconds(1));
        assertEquals("UNKNOWN_SID", bench.poll().answer());
        assertEquals(0, bench.timer.waiting());
    }

    @Test
    void post_withoutMeaning_isIgnored() {
        assertEquals(200, bench.opened().post("0\u001e5\u001e6\u001e3"));
        bench.assertHeard();
        assertNull(bench.poll().answer());
    }

    @Test
    void post_tooLarge_isRefused_andTheSessionLives() {
        Bench small = new Bench(EngineOptions.builder().maxHttpBufferSize(5).build()).opened();
        assertEquals(413, small.post("412345"));
        assertEquals(200, small.post("41234"));
        small.assertHeard("1234");
    }

    @Test
    void post_whileOneIsRead_endsTheSession() {
        bench.opened();
        int status = bench.post(new Body(true) {
            @Override
            public Optional<byte[]> read(int maxBytes) {
                assertEquals(400, bench.post("4second"));
                return Optional.of(bytes("4first"));
            }
        });
        assertEquals(200, status);
        bench.assertHeard("closed: transport error");
    }

    @Test
    void post_ofBytes_endsTheSession() {
        assertEquals(400, bench.opened().post(new Body(false)));
        bench.assertHeard("closed: transport error");
    }

    @Test
    void post_whoseClientLeaves_endsTheSession() {
        bench.opened().post(new Body(true) {
            @Override
            public Optional<byte[]> read(int maxBytes) throws IOException {
                throw new IOException("gone");
            }
        });
        bench.assertHeard("closed: transport error");
    }

    @Test
    void close_tellsTheClient_afterWhatWaited() {
        bench.opened();
        bench.send("last");
        bench.socket.close();
        bench.send("too late");
        bench.assertHeard();
        assertEquals("4last", bench.poll().answer());
        assertEquals("1", bench.poll().answer());
        bench.assertHeard("closed: forced close");
    }

    @Test
    void close_withAPollThatWaits_isToldAtOnce() {
        FakePoll poll = bench.opened().poll();
        bench.socket.close();
        assertEquals("1", poll.answer());
        bench.assertHeard("closed: forced close");
        assertEquals(0, bench.timer.waiting());
    }

    @Test
    void close_ofAClientThatPollsNoMore_endsWithTheHeartbeat() {
        bench.opened().socket.close();
        bench.timer.advance(Bench.INTERVAL.plus(Bench.TIMEOUT));
        bench.assertHeard("closed: forced close");
    }

    @Test
    void messages_afterClose_areIgnored() {
        bench.opened().socket.close();
        assertEquals(200, bench.post("4a"));
        bench.assertHeard();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static class Body implements PostBody {
        private final boolean text;

        Body(boolean text) {
            this.text = text;
        }

        @Override
        public boolean isText() {
            return text;
        }

        @Override
        public Optional<byte[]> read(int maxBytes) throws IOException {
            return Optional.of(bytes("4a"));
        }
    }
}
