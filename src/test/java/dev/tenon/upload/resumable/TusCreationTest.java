package dev.tenon.upload.resumable;

import static dev.tenon.upload.resumable.TusClient.OCTETS;
import static dev.tenon.upload.resumable.TusClient.tus;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an upload begins. */
class TusCreationTest extends TusTestCase {
    @Row(22)
    @Test
    void upload_withItsCreation_isOneRequest() throws Exception {
        HttpResponse<String> created = client.send(
                "POST",
                app.uri("/files"),
                BodyPublishers.ofString("one table"),
                tus("Upload-Length", "9", "Content-Type", OCTETS));
        assertEquals(201, created.statusCode());
        assertEquals("9", header(created, "Upload-Offset"));
        assertTrue(claim(URI.create(header(created, "Location"))).startsWith("file application/octet-stream 9"));
    }

    @Row(22)
    @Test
    void client_thatAsksBeforeItSendsTheBody_isToldToGoOn() throws Exception {
        int port = app.uri("/").getPort();
        String head = """
                POST /shop/files HTTP/1.1
                Host: localhost
                Connection: close
                Expect: 100-continue
                Tus-Resumable: 1.0.0
                Upload-Length: 9
                Content-Type: %s
                Content-Length: 9

                """.formatted(OCTETS);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
            InputStream in = socket.getInputStream();
            assertEquals("HTTP/1.1 100", new String(in.readNBytes(12), US_ASCII));
            socket.getOutputStream().write("one table".getBytes(US_ASCII));
            String answer = new String(in.readAllBytes(), US_ASCII);
            assertTrue(answer.contains("HTTP/1.1 201"), answer);
            assertTrue(answer.contains("Upload-Offset: 9"), answer);
        }
    }

    @Row(17)
    @Test
    void upload_ofNothing_isComplete() throws Exception {
        assertTrue(claim(client.created("Upload-Length", "0")).startsWith("file application/octet-stream 0"));
    }

    @Test
    void creation_withABodyOfAnotherType_isRefused() throws Exception {
        HttpResponse<String> answer = client.send(
                "POST",
                app.uri("/files"),
                BodyPublishers.ofString("a=1"),
                tus("Upload-Length", "3", "Content-Type", "text/plain"));
        assertEquals(415, answer.statusCode());
    }

    @ParameterizedTest
    @CsvSource({"-1", "a", "9999999999999999999", "1.5", "0x1"})
    void length_thatIsNoNumber_isRefused(String length) throws Exception {
        assertEquals(400, client.create("Upload-Length", length).statusCode());
    }

    @Row(16)
    @Test
    void length_aboveTheLargest_isRefused() throws Exception {
        assertEquals(201, client.create("Upload-Length", "1048576").statusCode());
        assertEquals(413, client.create("Upload-Length", "1048577").statusCode());
    }

    @Row({19, 20})
    @Test
    void length_neitherOrBoth_isRefused() throws Exception {
        assertEquals(400, client.create().statusCode());
        assertEquals(
                400,
                client.create("Upload-Length", "1", "Upload-Defer-Length", "1").statusCode());
        assertEquals(400, client.create("Upload-Defer-Length", "2").statusCode());
    }

    @Row({20, 21})
    @Test
    void length_deferred_isSetOnce() throws Exception {
        URI upload = client.created("Upload-Defer-Length", "1");
        client.patch(upload, 0, "1234");
        assertEquals("1", header(client.head(upload), "Upload-Defer-Length"));
        assertEquals(400, client.patch(upload, 4, "5", "Upload-Length", "3").statusCode());
        assertEquals(
                413, client.patch(upload, 4, "5", "Upload-Length", "2000000").statusCode());
        assertEquals(204, client.patch(upload, 4, "5", "Upload-Length", "6").statusCode());
        assertEquals("6", header(client.head(upload), "Upload-Length"));
        assertEquals(400, client.patch(upload, 5, "6", "Upload-Length", "7").statusCode());
        assertEquals(204, client.patch(upload, 5, "6", "Upload-Length", "6").statusCode());
    }

    @Row(18)
    @ParameterizedTest
    @ValueSource(strings = {"a", "a eA==,b", "a ===", "a b$", "a eA==,a eA==", ",", "a eA==,"})
    void metadata_isReadOrRefused(String metadata) throws Exception {
        boolean readable = List.of("a", "a eA==,b").contains(metadata);
        assertEquals(
                readable ? 201 : 400,
                client.create("Upload-Length", "1", "Upload-Metadata", metadata).statusCode());
    }
}
