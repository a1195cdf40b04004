package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several who write to one upload, and some who stop in the middle. */
class TusWritersTest extends TusTestCase {
    @Row({11, 38})
    @Test
    void connection_thatBreaks_leavesWhatCame() throws Exception {
        URI upload = client.created("Upload-Length", "100");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
            socket.getOutputStream().write(patchOf(upload, 0, 100, "0123456789"));
            awaitSize(upload, 10);
        }
        assertEquals("10", header(client.head(upload), "Upload-Offset"));
        assertEquals(204, client.patch(upload, 10, "x".repeat(90)).statusCode());
    }

    /** The normal event of a resumable upload. Tomcat answers by itself as soon as it sees the end. */
    @Test
    void bodyThatBreaksOff_isNoErrorOfTheServer() throws Exception {
        URI upload = client.created("Upload-Length", "100");
        assertStatus(400, brokenOff(upload, patchOf(upload, 0, 100, "0123456789")));
        assertEquals("10", header(client.head(upload), "Upload-Offset"));
    }

    private static String brokenOff(URI upload, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void writerThatStalls_givesWayToTheClientThatComesBack() throws Exception {
        URI upload = client.created("Upload-Length", "20");
        try (Socket stalled = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
            stalled.getOutputStream().write(patchOf(upload, 0, 20, "0123456789"));
            awaitSize(upload, 10);
            assertEquals("10", header(client.head(upload), "Upload-Offset"));
            assertEquals(204, client.patch(upload, 10, "abcdefghij").statusCode());
            stalled.getOutputStream().write("KLMNOPQRST".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(stalled.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 423", answer);
        }
        assertEquals("0123456789abcdefghij", Files.readString(folder.resolve(id(upload))));
    }

    @Test
    void writerThatIsWell_isNotDisturbedByOneAtAnotherOffset() throws Exception {
        URI upload = client.created("Upload-Length", "20");
        try (Socket well = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
            well.getOutputStream().write(patchOf(upload, 0, 20, "0123456789"));
            awaitSize(upload, 10);
            assertEquals(409, client.patch(upload, 0, "x").statusCode());
            well.getOutputStream().write("0123456789".getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 204", new String(well.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
    }

    @Row(37)
    @RepeatedTest(20)
    void patchesAtOneOffset_atTheSameTime_succeedOnce() throws Exception {
        URI upload = client.created("Upload-Length", "4");
        List<CompletableFuture<Integer>> both = Stream.of("aaaa", "bbbb")
                .map(content -> client.patchLater(upload, content))
                .toList();
        List<Integer> statuses =
                both.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(204, statuses.get(0));
        assertTrue(List.of(409, 423).contains(statuses.get(1)), "statuses " + statuses);
        assertTrue(List.of("aaaa", "bbbb").contains(Files.readString(folder.resolve(id(upload)))));
    }

    /** A client that has sent all and does not end its request could shorten what the application had taken and scanned. */
    @Test
    void claim_stopsWhoStillWrites_soThatNothingChangesAfterIt() throws Exception {
        URI upload = client.created("Upload-Length", "10");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
            String patch = new String(patchOf(upload, 0, 0, ""), StandardCharsets.US_ASCII);
            String head = patch.replace("Content-Length: 0", "Transfer-Encoding: chunked");
            socket.getOutputStream().write((head + "a\r\n0123456789\r\n").getBytes(StandardCharsets.US_ASCII));
            awaitSize(upload, 10);
            String claimed = claim(upload);
            socket.getOutputStream().write("1\r\nx\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read(); // it has been answered
            Path file = Path.of(claimed.substring(claimed.indexOf(storage.toString())));
            assertEquals("0123456789", Files.readString(file));
        }
    }
}
