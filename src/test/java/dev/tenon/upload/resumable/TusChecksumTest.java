package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checksums of pieces, before and behind the body. */
class TusChecksumTest extends TusTestCase {
    @Row(26)
    @ParameterizedTest
    @CsvSource({"sha1, SHA-1", "sha256, SHA-256", "sha512, SHA-512", "md5, MD5"})
    void checksum_thatIsRight(String name, String algorithm) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        assertEquals(
                204,
                client.patch(upload, 0, "one ", "Upload-Checksum", checksum(name, algorithm, "one "))
                        .statusCode());
        HttpResponse<String> wrong =
                client.patch(upload, 4, "chair", "Upload-Checksum", checksum(name, algorithm, "table"));
        assertEquals(460, wrong.statusCode());
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
        assertEquals(
                204,
                client.patch(upload, 4, "table", "Upload-Checksum", checksum(name, algorithm, "table"))
                        .statusCode());
    }

    @Row(27)
    @ParameterizedTest
    @ValueSource(strings = {"crc32 AAAA", "sha1", "sha1 $", ""})
    void checksum_thatCannotBeRead_isRefused(String checksum) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        assertEquals(
                400,
                client.patch(upload, 0, "one ", "Upload-Checksum", checksum).statusCode());
        assertEquals("0", header(client.head(upload), "Upload-Offset"));
    }

    @Row(28)
    @ParameterizedTest
    @CsvSource({"one , 204", "two , 460"})
    void checksum_behindTheBody(String said, int status) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        String trailer = "Upload-Checksum: " + checksum("sha1", "SHA-1", said + " ") + "\r\n";
        assertStatus(status, exchange(chunkedPatch(upload, "one ", trailer)));
        assertEquals(status == 204 ? "4" : "0", header(client.head(upload), "Upload-Offset"));
    }

    @Test
    void trailer_thatIsAnnouncedAndDoesNotCome_isRefused() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        assertStatus(400, exchange(chunkedPatch(upload, "one ", "")));
        assertEquals("0", header(client.head(upload), "Upload-Offset"));
    }

    @Row(38)
    @Test
    void crashBeforeAChecksumWasSeen_costsThePiece() throws Exception {
        URI upload = unverifiedBehind("one ", "chai");
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
        assertEquals(204, client.patch(upload, 4, "table").statusCode());
        assertEquals("one table", Files.readString(folder.resolve(id(upload))));
    }

    /** The other order would leave a state that says nothing of them beside bytes that nobody verified. */
    @Row(38)
    @Test
    void crashBetweenCuttingUnverifiedBytesAndForgettingThem_leavesWhatWasVerified() throws Exception {
        URI upload = unverifiedBehind("one ", "chai");
        Path obstacle = Files.createDirectory(folder.resolve(id(upload) + ".next"));
        assertEquals(500, client.patch(upload, 4, "table").statusCode());
        assertEquals("one ", Files.readString(folder.resolve(id(upload))));
        Files.delete(obstacle);
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
        assertEquals(204, client.patch(upload, 4, "table").statusCode());
        assertEquals("one table", Files.readString(folder.resolve(id(upload))));
    }

    @Row(38)
    @Test
    void crashBetweenVerifyingAPieceAndSayingSo_costsThePiece() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        client.patch(upload, 0, "one ");
        String head = new String(patchOf(upload, 4, 5, "ta"), StandardCharsets.US_ASCII)
                .replace("\r\n\r\n", "\r\nUpload-Checksum: " + checksum("sha1", "SHA-1", "table") + "\r\n\r\n");
        Path obstacle = folder.resolve(id(upload) + ".next");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            awaitSize(upload, 6); // so the state says from where on nothing is verified
            Files.createDirectory(obstacle);
            socket.getOutputStream().write("ble".getBytes(StandardCharsets.US_ASCII));
            assertStatus(500, new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
        Files.delete(obstacle);
        assertEquals("one table", Files.readString(folder.resolve(id(upload))));
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
        assertEquals(204, client.patch(upload, 4, "table").statusCode());
        assertEquals("one table", Files.readString(folder.resolve(id(upload))));
        assertEquals("9", header(client.head(upload), "Upload-Offset"));
    }

    /** As a crash leaves it. */
    private URI unverifiedBehind(String verified, String unverified) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        client.patch(upload, 0, verified);
        Path state = folder.resolve(id(upload) + ".json");
        String from = "\"unverified\":" + verified.length();
        Files.writeString(state, Files.readString(state).replace("\"unverified\":-1", from));
        Files.writeString(folder.resolve(id(upload)), verified + unverified);
        return upload;
    }
}
