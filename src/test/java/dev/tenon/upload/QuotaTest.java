package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a session may upload, on a real server. */
class QuotaTest {
    @TempDir
    private Path docBase;

    @TempDir
    private Path folder;

    private final HttpClient visitor = client();
    private TomcatApp app;

    @BeforeEach
    void start() throws Exception {
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.session.store", "memory")
                .param("tenon.upload.path", "/upload")
                .param("tenon.upload.destination", folder.toString())
                .param("tenon.upload.sessionQuota", "1000")
                .servlet("/sign-in", new SignIn())
                .servlet("/passing", new Passing())
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static final class SignIn extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getParameter("out") != null) {
                request.getSession().invalidate();
            } else {
                response.getWriter().print(request.changeSessionId());
            }
        }
    }

    /** Keeps nothing. */
    private static final class Passing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Upload.any().parse(request).discard();
        }
    }

    private int upload(HttpClient client, int size) throws Exception {
        return send(client, "/upload", size).statusCode();
    }

    private HttpResponse<String> send(HttpClient client, String path, int size) throws Exception {
        byte[] body = MultipartText.body().file("f", "a", new byte[size]).end();
        return client.send(
                HttpRequest.newBuilder(app.uri(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + MultipartText.BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void post(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri(path))
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(200, visitor.send(request, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void session_upToItsQuotaAndBeyond() throws Exception {
        assertEquals(200, upload(visitor, 600));
        HttpResponse<String> refusal = send(visitor, "/upload", 401);
        assertEquals(413, refusal.statusCode());
        assertTrue(refusal.body().contains("LIMIT_SESSION_QUOTA"), refusal.body());
        assertEquals(200, upload(visitor, 400)); // what was refused does not count
        assertEquals(413, upload(visitor, 1));
        assertEquals(2, Folders.names(folder).size());
        assertEquals(200, upload(client(), 1000)); // another one's
    }

    @Test
    void quota_survivesAChangeOfTheId() throws Exception {
        assertEquals(200, upload(visitor, 1000));
        post("/sign-in");
        assertEquals(413, upload(visitor, 1));
    }

    @Test
    void quota_endsWithTheSession() throws Exception {
        assertEquals(200, upload(visitor, 1000));
        post("/sign-in?out=1");
        assertEquals(200, upload(visitor, 1000));
    }

    @Test
    void files_thatAreDeleted_countNoMore() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(200, send(visitor, "/passing", 900).statusCode());
        }
        assertEquals(200, upload(visitor, 1000));
    }

    @Test
    void filesAtTheSameTime_neverPassTheQuotaTogether() throws Exception {
        assertEquals(200, upload(visitor, 0));
        long accepted =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> later(300))).limit(8).toList().stream()
                        .map(CompletableFuture::join)
                        .filter(status -> status == 200)
                        .count();
        assertTrue(accepted <= 3, () -> accepted + " of 300 bytes each");
        assertEquals(accepted + 1, Folders.names(folder).size());
    }

    private int later(int size) {
        try {
            return upload(visitor, size);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
