package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.web.TomcatApp;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that stops in the middle, on a server that does not wait for it. */
class TusTimeoutTest {
    @TempDir
    private Path docBase;

    @TempDir
    private Path folder;

    @Row(12)
    @Test
    void connection_thatStalls_isClosed_andWhatCameIsKept() throws Exception {
        TomcatApp app = TomcatApp.at("", docBase)
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString());
        Engine engine = (Engine) app.context().getParent().getParent();
        engine.getService().findConnectors()[0].setProperty("connectionTimeout", "500");
        try (app) {
            app.start();
            TusClient client = new TusClient(app);
            URI upload = client.created("Upload-Length", "100");
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), upload.getPort())) {
                socket.getOutputStream().write(TusTestCase.patchOf(upload, 0, 100, "0123456789"));
                socket.getInputStream().readAllBytes(); // returns when the server has closed
            }
            assertEquals("10", TusTestCase.header(client.head(upload), "Upload-Offset"));
        }
    }
}
