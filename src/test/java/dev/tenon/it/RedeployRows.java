package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tenon.it.redeploy.EverythingServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** An application with every feature on is deployed and undeployed again and again in one server, and no class of it stays. */
final class RedeployRows extends Rows {
    private static final String PATH = "/again";
    private static final String PAGE = PATH + "/everything?uname=agent";

    RedeployRows() {
        row("redeploy without a leak", RedeployRows::again);
    }

    private static void again(Server server) throws Exception {
        Path war = application();
        Heap heap = new Heap(server.pid());
        for (int i = 0; i < server.redeploys(); i++) {
            server.deploy(PATH, war);
            server.await(PAGE);
            assertNotEquals(0, heap.loadersOf(EverythingServlet.class), "deployed, and seen by its class");
            server.undeploy(PATH);
            server.await(PAGE, 404);
        }
        assertEquals(0, awaitNone(heap), "applications that stay");
    }

    /** Servers end the threads of an application, and forget it, a little after it is gone. */
    private static long awaitNone(Heap heap) throws IOException {
        Instant end = Instant.now().plusSeconds(20);
        long loaders = heap.loadersOf(EverythingServlet.class);
        while (loaders > 0 && Instant.now().isBefore(end)) {
            loaders = heap.loadersOf(EverythingServlet.class);
        }
        return loaders;
    }

    private static Path application() throws IOException {
        return new War()
                .classes(EverythingServlet.class)
                .library(Build.jar())
                .file("index.html", "<!doctype html><title>Everything</title>")
                .file("WEB-INF/classes/META-INF/tenon.properties", """
                        tenon.session.store=memory
                        tenon.upload.path=/upload
                        tenon.fallback.enabled=true
                        tenon.realtime.enabled=true
                        """)
                .write("everything");
    }
}
