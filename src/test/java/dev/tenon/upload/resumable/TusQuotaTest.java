package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resumable uploads count for their session as others do, and tell how far they are. */
class TusQuotaTest {
    private static final List<String> PROGRESS = new CopyOnWriteArrayList<>();

    @TempDir
    private Path docBase;

    @TempDir
    private Path folder;

    @TempDir
    private Path storage;

    private TomcatApp app;
    private TusClient client;

    @BeforeEach
    void start() throws Exception {
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.session.store", "memory")
                .param("tenon.upload.sessionQuota", "100")
                .param("tenon.upload.path", "/upload")
                .param("tenon.upload.destination", storage.toString())
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString())
                .servlet("/claim", new Claim())
                .start(Listening.class);
        client = new TusClient(app);
        PROGRESS.clear();
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    /** Listens to how far uploads are. */
    public static final class Listening implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.upload(
                    options -> options.progress((request, received, total) -> PROGRESS.add(received + " of " + total)));
        }
    }

    private static final class Claim extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            boolean there = ResumableUploads.of(getServletContext())
                    .claim(request, request.getParameter("url"))
                    .isPresent();
            response.getWriter().print(there);
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(413, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("LIMIT_SESSION_QUOTA"), answer.body());
    }

    @Test
    void announcedBytes_countAsSoonAsTheUploadBegins() throws Exception {
        client.created("Upload-Length", "60");
        assertRefused(client.create("Upload-Length", "41"));
        URI second = client.created("Upload-Length", "40");
        assertRefused(client.create("Upload-Length", "1"));
        assertEquals(204, client.delete(second).statusCode());
        client.created("Upload-Length", "40");
        assertEquals(201, new TusClient(app).create("Upload-Length", "100").statusCode());
    }

    @Test
    void claimedBytes_countOn() throws Exception {
        URI upload = client.created("Upload-Length", "60");
        assertEquals(204, client.patch(upload, 0, "x".repeat(60)).statusCode());
        assertEquals("true", client.get("/claim?url=" + upload).body());
        assertRefused(client.create("Upload-Length", "41"));
        client.created("Upload-Length", "40");
    }

    @Test
    void deferredLength_cannotPassTheQuota() throws Exception {
        URI upload = client.created("Upload-Defer-Length", "1");
        assertEquals(204, client.patch(upload, 0, "x".repeat(60)).statusCode());
        assertEquals(413, client.patch(upload, 60, "x".repeat(41)).statusCode());
        assertRefused(client.patch(upload, 60, "x", "Upload-Length", "101"));
        assertEquals(
                204,
                client.patch(upload, 60, "x".repeat(40), "Upload-Length", "100").statusCode());
    }

    @Test
    void progress_countsEarlierPieces() throws Exception {
        URI upload = client.created("Upload-Length", "20");
        client.patch(upload, 0, "0123456789");
        client.patch(upload, 10, "0123456789");
        assertEquals(List.of("10 of 20", "20 of 20"), PROGRESS);
    }

    private int form(int size) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n" + "x".repeat(size)
                + "\r\n--b--\r\n";
        return client.send(
                        "POST",
                        app.uri("/upload"),
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "multipart/form-data; boundary=b")
                .statusCode();
    }

    @Test
    void announcedBytes_countForFormsToo() throws Exception {
        client.created("Upload-Length", "60");
        assertEquals(413, form(41));
        assertEquals(200, form(40));
    }

    @Test
    void creationsAtTheSameTime_neverPassTheQuota() throws Exception {
        client.created("Upload-Length", "0"); // begins the session
        List<CompletableFuture<Integer>> answers =
                Stream.generate(() -> client.createLater("30")).limit(8).toList();
        long created = answers.stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 201)
                .count();
        assertEquals(3, created);
    }

    @Test
    void deferredUploadsAtTheSameTime_neverPassTheQuota() throws Exception {
        List<URI> uploads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            uploads.add(client.created("Upload-Defer-Length", "1"));
        }
        List<CompletableFuture<Integer>> answers = uploads.stream()
                .map(upload -> client.patchLater(upload, "x".repeat(30)))
                .toList();
        long kept = answers.stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 204)
                .count();
        assertEquals(3, kept);
    }

    @Test
    void bytesOfBeforeARestart_countOn(@TempDir Path database) throws Exception {
        String url = "jdbc:h2:file:" + database.resolve("sessions");
        try (TomcatApp before = withSessionsIn(url)) {
            URI files = before.uri("/files");
            assertEquals(201, creation(files, "60").statusCode());
        }
        try (TomcatApp after = withSessionsIn(url)) {
            URI files = after.uri("/files");
            assertRefused(creation(files, "41"));
            assertEquals(201, creation(files, "40").statusCode());
        }
    }

    private TomcatApp withSessionsIn(String url) throws Exception {
        return TomcatApp.at("/shop", docBase)
                .param("tenon.session.enabled", "true")
                .param("tenon.database.url", url)
                .param("tenon.upload.sessionQuota", "100")
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString())
                .start();
    }

    private HttpResponse<String> creation(URI files, String length) throws Exception {
        return client.send("POST", files, BodyPublishers.noBody(), TusClient.tus("Upload-Length", length));
    }
}
