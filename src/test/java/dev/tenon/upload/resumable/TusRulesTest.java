package dev.tenon.upload.resumable;

import static dev.tenon.upload.resumable.TusClient.base64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the application's forms hold for resumable uploads, too; and what they leave is cleaned up. */
class TusRulesTest {
    @TempDir
    private Path docBase;

    @TempDir
    private Path folder;

    private TomcatApp app;
    private TusClient client;

    @BeforeEach
    void start() throws Exception {
        app = TomcatApp.at("", docBase)
                .param("tenon.upload.extensions", "png,txt")
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString())
                .param("tenon.upload.resumable.expiration", "1s")
                .start();
        client = new TusClient(app);
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    @Test
    void name_thatIsNotAllowed_isRefusedBeforeAByteComes() throws Exception {
        HttpResponse<String> answer =
                client.create("Upload-Length", "1", "Upload-Metadata", "filename " + base64("a.exe"));
        assertEquals(415, answer.statusCode());
        assertTrue(answer.body().contains("UNSUPPORTED_FILE_TYPE"), answer.body());
    }

    @Test
    void content_thatIsNotWhatTheNameSays_isRefused_andGone() throws Exception {
        URI upload = client.created("Upload-Length", "6", "Upload-Metadata", "filename " + base64("a.png"));
        assertEquals(204, client.patch(upload, 0, "<ht").statusCode());
        assertEquals(415, client.patch(upload, 3, "ml>").statusCode());
        assertEquals(404, client.head(upload).statusCode());
    }

    @Test
    void name_thatIsMissing_isNotAllowedEither() throws Exception {
        assertEquals(415, client.create("Upload-Length", "1").statusCode());
        assertEquals(
                201,
                client.create("Upload-Length", "1", "Upload-Concat", "partial").statusCode());
    }

    @Test
    void whatNobodyGoesOnWith_isRemovedByItself() throws Exception {
        client.created("Upload-Length", "1", "Upload-Metadata", "filename " + base64("a.txt"));
        assertEquals(2, count());
        while (count() > 0) {
            Thread.onSpinWait();
        }
    }

    private long count() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
