package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.json.Json;
import dev.tenon.web.TomcatApp;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upload in a real application over real HTTP. */
class UploadOnTomcatTest {
    private static final String MULTIPART = "multipart/form-data; boundary=" + MultipartText.BOUNDARY;
    private static final int FILE_SIZE = 1 << 20;

    @TempDir
    private static Path docBase;

    @TempDir
    private static Path folder;

    private static final UploadServlets.Watched WATCHED = new UploadServlets.Watched();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.upload.path", "/upload")
                .param("tenon.upload.destination", folder.toString())
                .param("tenon.upload.fileSize", "1MB")
                .servlet("/own", new UploadServlets.Own())
                .servlet("/watched", WATCHED)
                .servlet("/refused", new UploadServlets.Refused())
                .servlet("/parameters", new UploadServlets.ParametersFirst())
                .servlet("/streamed", new UploadServlets.StreamFirst())
                .start(Configurer.class);
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @AfterEach
    void emptyFolder() throws IOException {
        for (String name : Folders.names(folder)) {
            Files.delete(folder.resolve(name));
        }
    }

    @Test
    void servlet_answersMultersKeysButNotWhereFilesLie() throws Exception {
        byte[] body = MultipartText.body()
                .field("uname", "张三")
                .file("file", "..\\照片.png", "12345")
                .end();
        HttpResponse<String> response = post("/upload", MULTIPART, body);
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElseThrow());
        String stored = Folders.names(folder).get(0);
        Map<String, Object> file = Map.of(
                "fieldname", "file",
                "originalname", "照片.png",
                "encoding", "7bit",
                "mimetype", "application/octet-stream",
                "size", 5,
                "filename", stored);
        assertEquals(
                Map.of("files", List.of(file), "fields", Map.of("uname", List.of("张三"))), Json.parse(response.body()));
        assertEquals("12345", Files.readString(folder.resolve(stored)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void servlet_refusesOtherMethods(String method) throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(app.uri("/upload")).method(method, BodyPublishers.noBody()));
        assertEquals(405, response.statusCode());
        assertEquals("POST", response.headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 415, NOT_MULTIPART",
        "multipart/mixed; boundary=x, 415, NOT_MULTIPART",
        "multipart/form-data, 400, MALFORMED_BODY",
        "multipart/form-data; boundary, 400, MALFORMED_BODY",
        "multipart/form-data; boundary=, 400, MALFORMED_BODY",
        "multipart/form-data; boundary=\"\", 400, MALFORMED_BODY",
        "multipart/form-data; boundary=\"x, 400, MALFORMED_BODY",
        "multipart/form-data; boundary=other, 400, MALFORMED_BODY"
    })
    void contentType_unfit(String type, int status, UploadCode code) throws Exception {
        assertRefused(
                status,
                code,
                post("/upload", type, MultipartText.body().field("a", "1").end()));
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "70, 200", "71, 400", "4096, 400", "7000, 400"})
    void boundary_ofLength(int length, int status) throws Exception {
        String boundary = "b".repeat(length);
        byte[] body = new MultipartText(boundary).field("a", "1").end();
        assertEquals(
                status,
                post("/upload", "multipart/form-data; boundary=" + boundary, body)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void body_empty(boolean lengthKnown) throws Exception {
        BodyPublisher none = BodyPublishers.ofByteArray(new byte[0]);
        BodyPublisher body = lengthKnown ? none : BodyPublishers.fromPublisher(none);
        for (String path : List.of("/upload", "/own")) {
            assertRefused(400, UploadCode.MALFORMED_BODY, post(path, MULTIPART, body));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void file_tooLarge_isAnsweredWhileTheBodyStillArrives(boolean lengthKnown) throws Exception {
        byte[] body = MultipartText.body()
                .file("a", "small", "1")
                .file("f", "big", new byte[20 * FILE_SIZE])
                .end();
        BodyPublisher publisher = lengthKnown
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpResponse<String> response = post("/upload", MULTIPART, publisher);
        assertRefused(413, UploadCode.LIMIT_FILE_SIZE, response);
        assertTrue(response.body().contains("\"field\":\"f\""), response.body());
    }

    /** Browsers, too, read no answer before they have sent all; Tomcat cuts the connection of such a client if nobody reads. */
    @Test
    void file_tooLarge_ofAClientThatSendsAllFirst() throws Exception {
        byte[] body =
                MultipartText.body().file("f", "big", new byte[20 * FILE_SIZE]).end();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), app.uri("/").getPort())) {
            socket.getOutputStream().write(head("/shop/upload", body.length));
            socket.getOutputStream().write(body);
            assertEquals("HTTP/1.1 413 ", line(socket.getInputStream()));
        }
    }

    private static byte[] head(String path, int length) {
        return ("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + MULTIPART + "\r\nContent-Length: " + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was cut after " + line);
            }
            line.append((char) c);
        }
        return line.substring(0, line.length() - 1);
    }

    /** The container answers by itself; what the application throws then must not become an error of the server. */
    @Test
    void bodyThatBreaksOff_isNoErrorOfTheServer() throws Exception {
        String head = "POST /shop/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + MULTIPART
                + "\r\nContent-Length: 1000\r\n\r\n--" + MultipartText.BOUNDARY + "\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), app.uri("/").getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertEquals("HTTP/1.1 400 ", line(socket.getInputStream()));
        }
        assertEquals(List.of(), Folders.names(folder));
    }

    @Test
    void file_atTheLimit() throws Exception {
        byte[] body = MultipartText.body().file("f", "a", new byte[FILE_SIZE]).end();
        assertEquals(200, post("/upload", MULTIPART, body).statusCode());
    }

    @Test
    void options_comeFromKeysAndThenTheConfigurer() throws Exception {
        UploadLimits limits = UploadOptions.of(app.servletContext()).limits();
        assertEquals(FILE_SIZE, limits.fileSize());
        assertEquals(3, limits.files());
        assertEquals(100, limits.fields());
    }

    @Test
    void form_readTwice_isTheSame() throws Exception {
        byte[] body = MultipartText.body().field("a", "1").end();
        assertEquals("same", post("/own", MULTIPART, body).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TenonException", "ServletException"})
    void form_thatIsRefusedLater_isDeleted(String thrown) throws Exception {
        byte[] body =
                MultipartText.body().field("throw", thrown).file("f", "a", "1").end();
        assertEquals(422, post("/refused", MULTIPART, body).statusCode());
        assertEquals(List.of(), Folders.names(folder));
    }

    @Test
    void form_ofARequestThatFailsOtherwise_isKept() throws Exception {
        byte[] body = MultipartText.body()
                .field("throw", "nothing of Tenon")
                .file("f", "a", "1")
                .end();
        assertEquals(500, post("/refused", MULTIPART, body).statusCode());
        assertEquals(1, Folders.names(folder).size());
    }

    @Test
    void client_thatGoesAwayInTheMiddle_leavesNothing() throws Exception {
        int clients = 50;
        for (int i = 0; i < clients; i++) {
            byte[] part = MultipartText.body()
                    .file("a", "whole", "1")
                    .file("f", "cut", new byte[70_000 + i])
                    .open();
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), app.uri("/").getPort())) {
                socket.getOutputStream().write(head("/shop/watched", 1_000_000));
                socket.getOutputStream().write(part);
            }
        }
        assertTrue(WATCHED.ended().tryAcquire(clients, 30, TimeUnit.SECONDS));
        assertEquals(List.of(), Folders.names(folder));
        assertEquals(List.of(), openFiles());
        assertNull(WATCHED.surprise());
    }

    /** Returns the uploads that the process has open, where the system tells. */
    private static List<String> openFiles() throws IOException {
        List<String> open = new ArrayList<>();
        Path descriptors = Path.of("/proc/self/fd");
        for (String name : Folders.names(descriptors)) {
            Path descriptor = descriptors.resolve(name);
            if (Files.isSymbolicLink(descriptor)
                    && Files.readSymbolicLink(descriptor).startsWith(folder)) {
                open.add(name);
            }
        }
        return open;
    }

    @Test
    void body_thatParametersWereAskedOfBefore_isTheSameForm() throws Exception {
        byte[] body = MultipartText.body()
                .field("uname", "张三")
                .file("f", "..\\照片.png", "123")
                .end();
        HttpResponse<String> response = post("/parameters", MULTIPART, body);
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"originalname\":\"照片.png\",\"encoding\":\"7bit\""), response.body());
        assertTrue(response.body().contains("{\"uname\":[\"张三\"]}"), response.body());
    }

    @Test
    void body_thatParametersWereAskedOfBefore_isRefusedAlike() throws Exception {
        byte[] large = MultipartText.body()
                .file("a", "a", "1")
                .file("f", "b", new byte[FILE_SIZE + 1])
                .end();
        assertRefused(413, UploadCode.LIMIT_FILE_SIZE, post("/parameters", MULTIPART, large));
        byte[] cut = MultipartText.body().file("a", "a", "1").open();
        assertRefused(400, UploadCode.MALFORMED_BODY, post("/parameters", MULTIPART, cut));
    }

    @Test
    void body_thatIsGone_isRefused() throws Exception {
        byte[] body = MultipartText.body().field("a", "1").end();
        assertRefused(400, UploadCode.MALFORMED_BODY, post("/streamed", MULTIPART, body));
    }

    @Test
    void withoutKeys_filesGoBelowTheTemporaryFolderAndNoServletIsThere() throws Exception {
        try (TomcatApp plain = TomcatApp.at("", docBase)
                .servlet("/own", new UploadServlets.Own())
                .start()) {
            byte[] body = MultipartText.body().file("file", "a", "1").end();
            HttpRequest.Builder request = HttpRequest.newBuilder(plain.uri("/own"))
                    .header("Content-Type", MULTIPART)
                    .POST(BodyPublishers.ofByteArray(body));
            assertEquals("same", send(request).body());
            Path temporary = Path.of(plain.servletContext()
                    .getAttribute("jakarta.servlet.context.tempdir")
                    .toString());
            assertEquals(1, Folders.names(temporary.resolve("tenon-upload")).size());
            assertEquals(404, plain.get("/upload").statusCode());
        }
    }

    private static void assertRefused(int status, UploadCode code, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"code\":\"" + code + "\""), response.body());
        assertEquals(List.of(), Folders.names(folder));
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return post(path, type, BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", type)
                .POST(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Changes what the keys say. */
    public static final class Configurer implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.upload(upload -> upload.limits(limits -> limits.files(3)));
        }
    }
}
