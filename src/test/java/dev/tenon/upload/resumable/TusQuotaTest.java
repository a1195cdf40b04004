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
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
}
