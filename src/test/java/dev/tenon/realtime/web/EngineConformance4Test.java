package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The 25 cases of version 4. */
class EngineConformance4Test extends EngineConformance {
    EngineConformance4Test() {
        super(4);
    }

    @Override
    String payload(String... packets) {
        return String.join("\u001e", packets);
    }

    @Override
    String packet(String payload) {
        return payload;
    }

    @Override
    String bytesInPayload() {
        return "bAQIDBA==";
    }

    @Override
    byte[] bytesOnWebSocket() {
        return new byte[] {1, 2, 3, 4};
    }

    @Override
    void beat(String query) throws Exception {
        assertEquals("2", client().get(query).body());
        assertEquals(200, client().post(query, "3").statusCode());
    }

    @Override
    void beat(EngineClient.Channel channel) throws Exception {
        assertEquals("2", channel.next());
        channel.send("3");
    }

    @Test
    void handshake_overPolling_withAnInvalidVersion_fails() throws Exception {
        assertEquals(400, client().get("transport=polling").statusCode());
        assertEquals(400, client().get("EIO=abc&transport=polling").statusCode());
    }

    @Test
    void message_overPolling_withASecondPoll_closesTheSession() throws Exception {
        String query = open();
        CompletableFuture<HttpResponse<String>> first = client().getLater(query);
        CompletableFuture<HttpResponse<String>> second = client().getLater(query);
        // Either may be the first that arrives: it is told the end, and the other one is refused.
        HttpResponse<String> one = first.get(10, TimeUnit.SECONDS);
        HttpResponse<String> other = second.get(10, TimeUnit.SECONDS);
        assertEquals(600, one.statusCode() + other.statusCode());
        assertEquals("1", one.statusCode() == 200 ? one.body() : other.body());
        assertEnded(query);
    }

    @Test
    void message_overPolling_withAPollThatIsCancelled_closesTheSession() throws Exception {
        String query = open();
        CompletableFuture<HttpResponse<String>> poll = client().getLater(query);
        client().post(query, "4a"); // so that the poll has arrived, and is answered
        poll.get(10, TimeUnit.SECONDS);
        CompletableFuture<HttpResponse<String>> cancelled = client().getLater(query);
        client().expectNothing(cancelled);
        cancelled.cancel(true);
        assertEquals(400, client().get(query).statusCode());
        assertEnded(query);
    }
}
