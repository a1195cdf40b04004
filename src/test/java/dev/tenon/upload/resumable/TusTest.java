package dev.tenon.upload.resumable;

import static dev.tenon.upload.resumable.TusClient.OCTETS;
import static dev.tenon.upload.resumable.TusClient.base64;
import static dev.tenon.upload.resumable.TusClient.tus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request of the tus protocol is held to, and how an upload goes on. */
class TusTest extends TusTestCase {
    @Row({5, 25, 36})
    @Test
    void options_sayWhatIsSpoken_withoutAVersion() throws Exception {
        HttpResponse<String> answer = client.send("OPTIONS", app.uri("/files"), BodyPublishers.noBody());
        assertEquals(204, answer.statusCode());
        assertEquals("1.0.0", header(answer, "Tus-Version"));
        assertEquals("1048576", header(answer, "Tus-Max-Size"));
        assertTrue(header(answer, "Tus-Extension").contains("creation-defer-length"));
        assertTrue(header(answer, "Tus-Checksum-Algorithm").startsWith("sha1,"));
        assertTrue(header(answer, "Access-Control-Expose-Headers").contains("Upload-Offset"));
    }

    @Row({3, 4})
    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PATCH", "DELETE", "GET"})
    void request_ofAnotherVersion_isRefused(String method) throws Exception {
        HttpResponse<String> answer =
                client.send(method, app.uri("/files/x"), BodyPublishers.noBody(), "Tus-Resumable", "0.2.2");
        assertEquals(412, answer.statusCode());
        assertEquals("1.0.0", header(answer, "Tus-Version"));
        assertEquals("1.0.0", header(answer, "Tus-Resumable"));
    }

    @Row({1, 3, 8, 15, 18, 23})
    @Test
    void upload_inPieces_arrives() throws Exception {
        HttpResponse<String> created = client.create(
                "Upload-Length",
                "9",
                "Upload-Metadata",
                "filename " + base64("餐桌.txt") + ",filetype " + base64("text/plain") + ",flag");
        assertEquals(201, created.statusCode());
        assertEquals("1.0.0", header(created, "Tus-Resumable"));
        assertTrue(isAboutAnHourAway(header(created, "Upload-Expires")));
        URI upload = URI.create(header(created, "Location"));
        assertEquals(app.uri("/files/").getPath(), upload.resolve(".").getPath());
        HttpResponse<String> first = client.patch(upload, 0, "one ");
        assertEquals(204, first.statusCode());
        assertEquals("4", header(first, "Upload-Offset"));
        assertTrue(isAboutAnHourAway(header(first, "Upload-Expires")));
        HttpResponse<String> head = client.head(upload);
        assertEquals(200, head.statusCode());
        assertEquals("4", header(head, "Upload-Offset"));
        assertEquals("9", header(head, "Upload-Length"));
        assertEquals("no-store", header(head, "Cache-Control"));
        assertTrue(header(head, "Upload-Metadata").endsWith(",flag"));
        assertEquals("nothing", claim(upload));
        assertEquals("9", header(client.patch(upload, 4, "table"), "Upload-Offset"));
        String claimed = claim(upload);
        assertTrue(claimed.startsWith("餐桌.txt text/plain 9 " + storage), claimed);
        assertEquals("one table", Files.readString(Path.of(claimed.substring(claimed.indexOf(storage.toString())))));
        assertEquals("nothing", claim(upload));
        assertEquals(404, client.head(upload).statusCode());
    }

    private static boolean isAboutAnHourAway(String date) {
        Instant expires =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return expires.isAfter(Instant.now().plusSeconds(3500))
                && expires.isBefore(Instant.now().plusSeconds(3700));
    }

    @Row(7)
    @Test
    void patch_atAnotherOffset_isRefused_andChangesNothing() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        client.patch(upload, 0, "one ");
        for (long offset : new long[] {0, 3, 5, 9}) {
            HttpResponse<String> answer = client.patch(upload, offset, "x");
            assertEquals(409, answer.statusCode());
            assertEquals("4", header(answer, "Upload-Offset"));
        }
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
    }

    @Row(14)
    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "a", "1e3"})
    void patch_withoutAnOffset_isRefused(String offset) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        String[] headers = tus("Content-Type", OCTETS, "Upload-Offset", offset);
        assertEquals(
                400,
                client.send("PATCH", upload, BodyPublishers.ofString("x"), headers)
                        .statusCode());
        assertEquals(
                400,
                client.send("PATCH", upload, BodyPublishers.ofString("x"), tus("Content-Type", OCTETS))
                        .statusCode());
    }

    @Row(6)
    @Test
    void patch_ofAnotherType_isRefused() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        String[] headers = tus("Content-Type", "application/octet-stream", "Upload-Offset", "0");
        assertEquals(
                415,
                client.send("PATCH", upload, BodyPublishers.ofString("x"), headers)
                        .statusCode());
    }

    @Row(10)
    @Test
    void patch_withMoreThanWasAnnounced_isRefused_andKeepsNothingOfIt() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        client.patch(upload, 0, "1234");
        assertEquals(413, client.patch(upload, 4, "56").statusCode());
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
    }

    @Row(13)
    @Test
    void method_mayComeInAHeader() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        String[] headers = tus("X-HTTP-Method-Override", "PATCH", "Upload-Offset", "0", "Content-Type", OCTETS);
        HttpResponse<String> answer = client.send("POST", upload, BodyPublishers.ofString("12"), headers);
        assertEquals(204, answer.statusCode());
        assertEquals("2", header(answer, "Upload-Offset"));
    }

    @Row({2, 9})
    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "x", "..%2Fsecret", "a/b"})
    void unknownUpload_isNotFound(String id) throws Exception {
        URI upload = app.uri("/files/" + id);
        HttpResponse<String> head = client.head(upload);
        assertTrue(List.of(400, 404).contains(head.statusCode()), "status " + head.statusCode());
        assertTrue(head.headers().firstValue("Upload-Offset").isEmpty());
        assertTrue(List.of(400, 404).contains(client.patch(upload, 0, "x").statusCode()));
        assertTrue(List.of(400, 404).contains(client.delete(upload).statusCode()));
    }

    @Row(29)
    @Test
    void deletion_leavesNothing() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        client.patch(upload, 0, "12");
        assertEquals(204, client.delete(upload).statusCode());
        assertEquals(404, client.head(upload).statusCode());
        assertEquals(404, client.delete(upload).statusCode());
        assertEquals(List.of(), filesOf(upload));
    }

    @Row(24)
    @Test
    void expired_isGone() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        Files.setLastModifiedTime(
                folder.resolve(id(upload)), FileTime.from(Instant.now().minusSeconds(3601)));
        assertEquals(404, client.head(upload).statusCode());
        assertEquals(List.of(), filesOf(upload));
    }
}
