package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished upload whose scanner is away. */
class TusScannerTest {
    @Test
    void claim_whileTheScannerIsAway_losesNothing(@TempDir Path docBase, @TempDir Path folder) throws Exception {
        try (TomcatApp app = TomcatApp.at("/shop", docBase)
                .param("tenon.upload.clamd", "127.0.0.1:1")
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString())
                .servlet("/claim", new Claim())
                .start()) {
            TusClient client = new TusClient(app);
            URI upload = client.created("Upload-Length", "4");
            assertEquals(204, client.patch(upload, 0, "good").statusCode());
            assertEquals(503, client.get("/claim?url=" + upload).statusCode());
            assertEquals(
                    "4",
                    client.head(upload).headers().firstValue("Upload-Offset").orElse("none"));
            assertEquals(503, client.get("/claim?url=" + upload).statusCode());
        }
    }

    private static final class Claim extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ResumableUploads.of(getServletContext()).claim(request, request.getParameter("url"));
        }
    }
}
