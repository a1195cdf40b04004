package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A real clamd; and what is not one. */
class ClamdScannerTest extends FormTestCase {
    private static final byte[] INFECTED =
            MultipartText.body().file("f", "a.txt", Clamav.EICAR).end();

    @TempDir
    private static Path home;

    private static Clamav clamav;

    @BeforeAll
    static void start() throws Exception {
        clamav = Clamav.start(home);
    }

    @AfterAll
    static void stop() throws Exception {
        if (clamav != null) {
            clamav.close();
        }
    }

    @Test
    void fileWithoutAVirus_isKept() throws Exception {
        assertEquals("clean", new String(content(scanned(form("clean"))), StandardCharsets.US_ASCII));
        scanned(form(""));
        scanned(form("x".repeat(900_000)));
    }

    private static byte[] form(String content) {
        return MultipartText.body().file("f", "a.txt", content).end();
    }

    private UploadForm scanned(byte... body) throws IOException {
        return scannedBy(clamav.port(), body);
    }

    private UploadForm scannedBy(int port, byte... body) throws IOException {
        FileScanner scanner = FileScanner.clamd("127.0.0.1", port, Duration.ofSeconds(20));
        return parseWith(options -> options.scanner(scanner), body);
    }

    @Test
    void fileWithAVirus_isRefusedByName() throws Exception {
        UploadException refusal = assertThrows(UploadException.class, () -> scanned(INFECTED));
        assertEquals(UploadCode.FILE_INFECTED, refusal.code());
        assertTrue(refusal.problem().detail().startsWith("Eicar-Test"), refusal.problem()::detail);
        assertEquals("a.txt", refusal.filename());
        assertEquals(List.of(), Folders.names(folder));
    }

    /** Its StreamMaxLength is 1 MiB here. */
    @Test
    void fileThatIsTooLongForIt_isRefused() throws Exception {
        assertFailed(() -> scanned(form("x".repeat(5 << 20))));
    }

    private void assertFailed(Executable upload) throws IOException {
        UploadException refusal = assertThrows(UploadException.class, upload);
        assertEquals(UploadCode.SCAN_FAILED, refusal.code());
        assertEquals(503, refusal.problem().status());
        assertEquals(List.of(), Folders.names(folder));
    }

    @Test
    void scannerThatIsNotThere_letsNothingPass() throws Exception {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.close();
        assertFailed(() -> scannedBy(socket.getLocalPort(), form("clean")));
    }

    @Test
    void scannerThatAnswersSomethingElse_letsNothingPass() throws Exception {
        for (String answer : List.of("", "stream: ERROR", "OK", "HTTP/1.1 200 OK", "x".repeat(9000))) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(server, answer));
                assertFailed(() -> scannedBy(server.getLocalPort(), form("clean")));
                answered.join();
            }
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(10 + 4 + 5 + 4);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void scannerThatSaysNothing_isNotWaitedForWithoutEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FileScanner scanner = FileScanner.clamd("127.0.0.1", server.getLocalPort(), Duration.ofMillis(200));
            assertFailed(() -> parseWith(options -> options.scanner(scanner), form("clean")));
        }
    }

    /** One that is stopped still has its connections, and takes what fits into their buffers. */
    @Test
    void scannerThatReadsNothing_isNotWaitedForWithoutEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FileScanner scanner = FileScanner.clamd("127.0.0.1", server.getLocalPort(), Duration.ofMillis(200));
            Consumer<UploadOptions.Builder> large =
                    options -> options.scanner(scanner).limits(limits -> limits.fileSize(64 << 20));
            assertFailed(() -> parseWith(large, form("x".repeat(32 << 20))));
        }
    }

    @Test
    void key_namesTheScanner(@TempDir Path docBase, @TempDir Path destination) throws Exception {
        try (TomcatApp app = TomcatApp.at("/shop", docBase)
                .param("tenon.upload.path", "/upload")
                .param("tenon.upload.destination", destination.toString())
                .param("tenon.upload.clamd", "127.0.0.1:" + clamav.port())
                .start()) {
            String type = "multipart/form-data; boundary=" + MultipartText.BOUNDARY;
            HttpResponse<String> answer = app.post("/upload", type, new String(INFECTED, StandardCharsets.US_ASCII));
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("FILE_INFECTED"), answer.body());
            assertEquals(
                    200,
                    app.post("/upload", type, new String(form("clean"), StandardCharsets.US_ASCII))
                            .statusCode());
            assertEquals(1, Folders.names(destination).size());
            assertEquals(
                    "clean",
                    Files.readString(
                            destination.resolve(Folders.names(destination).get(0))));
        }
    }
}
