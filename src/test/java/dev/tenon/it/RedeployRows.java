package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.tenon.it.redeploy.EverythingServlet;
import dev.tenon.it.redeploy.PlainFilter;
import dev.tenon.it.redeploy.PlainServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An application with every feature on is deployed and undeployed again and again in one server, and no class of it stays. Where one does,
 * an application without Tenon tells whether the server keeps any: then the row is skipped, by name, and not passed.
 */
final class RedeployRows extends Rows {
    private static final String PATH = "/again";
    private static final String PAGE = PATH + "/everything?uname=agent";

    RedeployRows() {
        row("redeploy without a leak", RedeployRows::again);
    }

    private static void again(Server server) throws Exception {
        long stay = staying(server, application(), EverythingServlet.class);
        if (stay > 0) {
            new Heap(server.pid()).dump(Build.target("it-logs/" + server.home().getFileName() + ".hprof"));
            long plain = staying(server, plain(), PlainServlet.class);
            assertTrue(stay <= plain, () -> stay + " applications stay; of those without Tenon " + plain);
            abort(server + " keeps applications without Tenon, too: " + plain + " of " + server.redeploys());
        }
    }

    /** Returns how many applications are there still after they have been undeployed. */
    private static long staying(Server server, Path war, Class<?> servlet) throws Exception {
        Heap heap = new Heap(server.pid());
        for (int i = 0; i < server.redeploys(); i++) {
            server.deploy(PATH, war);
            server.await(PAGE);
            assertNotEquals(0, heap.loadersOf(servlet), "deployed, and seen by its class");
            server.undeploy(PATH);
            server.await(PAGE, 404);
        }
        return awaitNone(server, servlet);
    }

    /**
     * Servers forget an application a little after it is gone, and Jetty 12.1.12 when it is asked for another: its connections remember what
     * they answered last, and its selector the last of them.
     */
    private static long awaitNone(Server server, Class<?> servlet) throws Exception {
        Heap heap = new Heap(server.pid());
        Instant end = Instant.now().plusSeconds(30);
        long loaders = heap.loadersOf(servlet);
        while (loaders > 0 && Instant.now().isBefore(end)) {
            server.await(Sample.AT + "/index.html");
            loaders = heap.loadersOf(servlet);
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

    private static Path plain() throws IOException {
        return new War()
                .classes(PlainServlet.class, PlainFilter.class)
                .file("index.html", "<!doctype html><title>Plain</title>")
                .write("plain");
    }
}
