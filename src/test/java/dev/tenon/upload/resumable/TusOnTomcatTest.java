package dev.tenon.upload.resumable;

import static dev.tenon.upload.resumable.TusClient.OCTETS;
import static dev.tenon.upload.resumable.TusClient.base64;
import static dev.tenon.upload.resumable.TusClient.tus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tus protocol over real HTTP, rule by rule. */
class TusOnTomcatTest {
    @TempDir
    private static Path docBase;

    @TempDir
    private static Path folder;

    @TempDir
    private static Path storage;

    private static TomcatApp app;

    private final TusClient client = new TusClient(app);

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.session.store", "memory")
                .param("tenon.upload.destination", storage.toString())
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString())
                .param("tenon.upload.resumable.maxSize", "1MB")
                .param("tenon.upload.resumable.expiration", "1h")
                .servlet("/claim", new Claim())
                .servlet("/visit", new Visit());
        // Tomcat drops trailers that are not named.
        Engine engine = (Engine) app.context().getParent().getParent();
        Connector connector = engine.getService().findConnectors()[0];
        ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setAllowedTrailerHeaders("upload-checksum");
        app.start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    /** Claims what lies at an address and answers what it is. */
    private static final class Claim extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String answer = ResumableUploads.of(getServletContext())
                    .claim(request, request.getParameter("url"))
                    .map(file -> file.originalname() + " " + file.mimetype() + " " + file.size() + " " + file.path())
                    .orElse("nothing");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().print(answer);
        }
    }

    /** Begins a session. */
    private static final class Visit extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().setAttribute("visited", true);
        }
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PATCH", "DELETE", "GET"})
    void request_ofAnotherVersion_isRefused(String method) throws Exception {
        HttpResponse<String> answer =
                client.send(method, app.uri("/files/x"), BodyPublishers.noBody(), "Tus-Resumable", "0.2.2");
        assertEquals(412, answer.statusCode());
        assertEquals("1.0.0", header(answer, "Tus-Version"));
        assertEquals("1.0.0", header(answer, "Tus-Resumable"));
    }

    @Test
    void upload_inPieces_arrives() throws Exception {
        HttpResponse<String> created = client.create(
                "Upload-Length",
                "9",
                "Upload-Metadata",
                "filename " + base64("餐桌.txt") + ",filetype " + base64("text/plain") + ",flag");
        assertEquals(201, created.statusCode());
        assertEquals("1.0.0", header(created, "Tus-Resumable"));
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

    @Test
    void length_aboveTheLargest_isRefused() throws Exception {
        assertEquals(201, client.create("Upload-Length", "1048576").statusCode());
        assertEquals(413, client.create("Upload-Length", "1048577").statusCode());
    }

    @Test
    void length_neitherOrBoth_isRefused() throws Exception {
        assertEquals(400, client.create().statusCode());
        assertEquals(
                400,
                client.create("Upload-Length", "1", "Upload-Defer-Length", "1").statusCode());
        assertEquals(400, client.create("Upload-Defer-Length", "2").statusCode());
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"a", "a eA==,b", "a ===", "a b$", "a eA==,a eA==", ",", "a eA==,"})
    void metadata_isReadOrRefused(String metadata) throws Exception {
        boolean readable = List.of("a", "a eA==,b").contains(metadata);
        assertEquals(
                readable ? 201 : 400,
                client.create("Upload-Length", "1", "Upload-Metadata", metadata).statusCode());
    }

    @Test
    void trailer_thatIsAnnouncedAndDoesNotCome_isRefused() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        String answer = exchange("PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: " + OCTETS
                + "\r\nTransfer-Encoding: chunked\r\nTrailer: Upload-Checksum\r\n\r\n4\r\none \r\n0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertEquals("0", header(client.head(upload), "Upload-Offset"));
    }

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

    @Test
    void patch_ofAnotherType_isRefused() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        String[] headers = tus("Content-Type", "application/octet-stream", "Upload-Offset", "0");
        assertEquals(
                415,
                client.send("PATCH", upload, BodyPublishers.ofString("x"), headers)
                        .statusCode());
    }

    @Test
    void patch_withMoreThanWasAnnounced_isRefused_andKeepsNothingOfIt() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        client.patch(upload, 0, "1234");
        assertEquals(413, client.patch(upload, 4, "56").statusCode());
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
    }

    @Test
    void method_mayComeInAHeader() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        String[] headers = tus("X-HTTP-Method-Override", "PATCH", "Upload-Offset", "0", "Content-Type", OCTETS);
        HttpResponse<String> answer = client.send("POST", upload, BodyPublishers.ofString("12"), headers);
        assertEquals(204, answer.statusCode());
        assertEquals("2", header(answer, "Upload-Offset"));
    }

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

    @Test
    void deletion_leavesNothing() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        client.patch(upload, 0, "12");
        assertEquals(204, client.delete(upload).statusCode());
        assertEquals(404, client.head(upload).statusCode());
        assertEquals(404, client.delete(upload).statusCode());
        assertEquals(List.of(), filesOf(upload));
    }

    @Test
    void expired_isGone() throws Exception {
        URI upload = client.created("Upload-Length", "5");
        Files.setLastModifiedTime(
                folder.resolve(id(upload)), FileTime.from(Instant.now().minusSeconds(3601)));
        assertEquals(404, client.head(upload).statusCode());
        assertEquals(List.of(), filesOf(upload));
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"crc32 AAAA", "sha1", "sha1 $", ""})
    void checksum_thatCannotBeRead_isRefused(String checksum) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        assertEquals(
                400,
                client.patch(upload, 0, "one ", "Upload-Checksum", checksum).statusCode());
        assertEquals("0", header(client.head(upload), "Upload-Offset"));
    }

    @ParameterizedTest
    @CsvSource({"one , 204", "two , 460"})
    void checksum_behindTheBody(String said, int status) throws Exception {
        URI upload = client.created("Upload-Length", "9");
        String answer = exchange("PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: " + OCTETS
                + "\r\nTransfer-Encoding: chunked\r\nTrailer: Upload-Checksum\r\n\r\n"
                + "4\r\none \r\n0\r\nUpload-Checksum: " + checksum("sha1", "SHA-1", (said + " ").substring(0, 4))
                + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertEquals(status == 204 ? "4" : "0", header(client.head(upload), "Upload-Offset"));
    }

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

    @Test
    void concatenation_isInTheOrderOfTheAddresses_andPartsServeAgain() throws Exception {
        URI one = finishedPart("one ");
        URI table = finishedPart("table");
        HttpResponse<String> created = client.create("Upload-Concat", "final;" + one + " " + table.getPath());
        assertEquals(201, created.statusCode());
        URI whole = URI.create(header(created, "Location"));
        HttpResponse<String> head = client.head(whole);
        assertEquals("9", header(head, "Upload-Length"));
        assertEquals("9", header(head, "Upload-Offset"));
        assertEquals("final;" + one + " " + table.getPath(), header(head, "Upload-Concat"));
        assertEquals(403, client.patch(whole, 9, "").statusCode());
        assertEquals("one table", Files.readString(folder.resolve(id(whole))));
        assertEquals(
                201,
                client.create("Upload-Concat", "final;" + table + " " + table).statusCode());
        assertEquals("partial", header(client.head(one), "Upload-Concat"));
        assertEquals("nothing", claim(one));
    }

    @Test
    void concatenation_thatBreaksTheRules() throws Exception {
        URI one = finishedPart("one ");
        URI unfinished = client.created("Upload-Length", "5", "Upload-Concat", "partial");
        URI whole = client.created("Upload-Length", "0");
        assertEquals(
                400,
                client.create("Upload-Concat", "final;" + one, "Upload-Length", "4")
                        .statusCode());
        assertEquals(400, client.create("Upload-Concat", "final;" + unfinished).statusCode());
        assertEquals(400, client.create("Upload-Concat", "final;" + whole).statusCode());
        assertEquals(404, client.create("Upload-Concat", "final;/files/unknown").statusCode());
        assertEquals(
                400,
                client.create("Upload-Concat", "other", "Upload-Length", "1").statusCode());
    }

    private URI finishedPart(String content) throws Exception {
        URI part = client.created("Upload-Length", String.valueOf(content.length()), "Upload-Concat", "partial");
        assertEquals(204, client.patch(part, 0, content).statusCode());
        return part;
    }

    @Test
    void uploadOfASession_isNobodyElses() throws Exception {
        client.get("/visit");
        URI upload = client.created("Upload-Length", "4", "Upload-Concat", "partial");
        TusClient other = new TusClient(app);
        other.get("/visit");
        for (TusClient stranger : List.of(other, new TusClient(app))) {
            assertEquals(404, stranger.head(upload).statusCode());
            assertEquals(404, stranger.patch(upload, 0, "evil").statusCode());
            assertEquals(404, stranger.delete(upload).statusCode());
            assertEquals(
                    404, stranger.create("Upload-Concat", "final;" + upload).statusCode());
        }
        assertEquals(204, client.patch(upload, 0, "good").statusCode());
    }

    @Test
    void uploadOfASession_isClaimedByItAlone() throws Exception {
        client.get("/visit");
        URI upload = client.created("Upload-Length", "0");
        assertEquals("nothing", new TusClient(app).get("/claim?url=" + upload).body());
        assertTrue(claim(upload).startsWith("file "));
    }

    @Test
    void crashBeforeAChecksumWasSeen_costsThePiece() throws Exception {
        URI upload = client.created("Upload-Length", "9");
        client.patch(upload, 0, "one ");
        String state = Files.readString(folder.resolve(id(upload) + ".json"));
        Files.writeString(folder.resolve(id(upload) + ".json"), state.replace("\"unverified\":-1", "\"unverified\":4"));
        Files.writeString(folder.resolve(id(upload)), "one chai");
        assertEquals("4", header(client.head(upload), "Upload-Offset"));
        assertEquals(204, client.patch(upload, 4, "table").statusCode());
        assertEquals("one table", Files.readString(folder.resolve(id(upload))));
    }

    private String claim(URI upload) throws Exception {
        return client.get("/claim?url=" + upload).body();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError(name + " in " + answer.headers()));
    }

    private static String id(URI upload) {
        return upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    }

    private static List<String> filesOf(URI upload) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(id(upload)))
                    .toList();
        }
    }

    private static String checksum(String name, String algorithm, String content) throws Exception {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8));
        return name + " " + Base64.getEncoder().encodeToString(digest);
    }

    private static byte[] patchOf(URI upload, long offset, int length, String begin) {
        return ("PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: "
                        + offset + "\r\nContent-Type: " + OCTETS + "\r\nContent-Length: " + length + "\r\n\r\n" + begin)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void awaitSize(URI upload, long size) throws IOException {
        while (Files.size(folder.resolve(id(upload))) < size) {
            Thread.onSpinWait();
        }
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), app.uri("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
