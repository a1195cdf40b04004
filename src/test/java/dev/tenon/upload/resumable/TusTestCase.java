package dev.tenon.upload.resumable;

import static dev.tenon.upload.resumable.TusClient.OCTETS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An application that takes resumable uploads, on a real server over real HTTP. */
abstract class TusTestCase {
    @TempDir
    private static Path docBase;

    @TempDir
    static Path folder;

    @TempDir
    static Path storage;

    static TomcatApp app;

    final TusClient client = new TusClient(app);

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

    String claim(URI upload) throws Exception {
        return client.get("/claim?url=" + upload).body();
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError(name + " in " + answer.headers()));
    }

    static String id(URI upload) {
        return upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
    }

    static List<String> filesOf(URI upload) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(id(upload)))
                    .toList();
        }
    }

    static String checksum(String name, String algorithm, String content) throws Exception {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8));
        return name + " " + Base64.getEncoder().encodeToString(digest);
    }

    static byte[] patchOf(URI upload, long offset, int length, String begin) {
        return ("PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: "
                        + offset + "\r\nContent-Type: " + OCTETS + "\r\nContent-Length: " + length + "\r\n\r\n" + begin)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static void awaitSize(URI upload, long size) throws IOException {
        while (Files.size(folder.resolve(id(upload))) < size) {
            Thread.onSpinWait();
        }
    }

    /** A request whose body says its checksum behind it. */
    static byte[] chunkedPatch(URI upload, String content, String trailer) {
        return ("PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: " + OCTETS
                        + "\r\nTransfer-Encoding: chunked\r\nTrailer: Upload-Checksum\r\n\r\n"
                        + Integer.toHexString(content.length()) + "\r\n" + content + "\r\n0\r\n" + trailer + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }

    static String exchange(byte[] request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), app.uri("/").getPort())) {
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
