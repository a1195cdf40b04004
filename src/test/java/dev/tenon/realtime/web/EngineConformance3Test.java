package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The 23 cases of version 3. */
class EngineConformance3Test extends EngineConformance {
    EngineConformance3Test() {
        super(3);
    }

    @Override
    String payload(String... packets) {
        StringBuilder payload = new StringBuilder();
        for (String packet : packets) {
            payload.append(packet.length()).append(':').append(packet);
        }
        return payload.toString();
    }

    @Override
    String packet(String payload) {
        return payload.substring(payload.indexOf(':') + 1);
    }

    @Override
    String bytesInPayload() {
        return "b4AQIDBA==";
    }

    @Override
    byte[] bytesOnWebSocket() {
        return new byte[] {4, 1, 2, 3, 4};
    }

    @Override
    String base64() {
        return "&b64=1";
    }

    @Override
    void beat(String query) throws Exception {
        assertEquals(200, client().post(query, "1:2").statusCode());
        assertEquals("1:3", client().get(query).body());
    }

    @Override
    void beat(EngineClient.Channel channel) throws Exception {
        channel.send("2");
        assertEquals("3", channel.next());
    }

    @Test
    void message_overPolling_ofTextAndBytes_isEchoedAsBytes() throws Exception {
        String query = open().replace(base64(), "");
        byte[] payload = bytes(new byte[] {0, 6, (byte) 255}, "4hello".getBytes(StandardCharsets.UTF_8), new byte[] {
            1, 5, (byte) 255, 4, 1, 2, 3, 4
        });
        assertEquals(
                200,
                client().send(
                                "POST",
                                query,
                                BodyPublishers.ofByteArray(payload),
                                "Content-Type",
                                "application/octet-stream")
                        .statusCode());
        // The session was opened by a client that reads Base64 alone, and so it is answered.
        assertEquals(payload("4hello", bytesInPayload()), client().get(query).body());
        assertArrayEquals(payload, echoedAsBytes(payload));
    }

    private byte[] echoedAsBytes(byte[] payload) throws Exception {
        byte[] opening = client().getBytes(polling()).body();
        String text = new String(opening, StandardCharsets.UTF_8);
        String query = polling() + "&sid=" + text.replaceAll("(?s).*\"sid\":\"([^\"]+)\".*", "$1");
        client().send("POST", query, BodyPublishers.ofByteArray(payload), "Content-Type", "application/octet-stream");
        return client().getBytes(query).body();
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
