package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tenon.it.redeploy.EverythingServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application with every feature on is deployed and undeployed ten times in one server, and nothing of it stays. */
abstract class RedeployContract {
    private static final String PATH = "/again";
    private static final int TIMES = 10;

    abstract Server create() throws IOException;

    /** Returns the class whose every living object is an application, deployed or leaked. */
    abstract String webappClassLoader();

    @Test
    void classLoader_isCollected() throws Exception {
        Path war = application();
        try (Server server = create()) {
            server.deploy("/stays", new War().file("index.html", "stays").write("stays"));
            server.start("/stays/index.html");
            Heap heap = new Heap(server.pid());
            List<String> before = heap.liveObjects(webappClassLoader());
            assertNotEquals(List.of(), before, "the class name is right");
            for (int i = 0; i < TIMES; i++) {
                server.deploy(PATH, war);
                server.await(PATH + "/everything");
                server.undeploy(PATH);
                server.await(PATH + "/everything", 404);
            }
            assertEquals(List.of(), heap.liveObjects("dev.tenon"), "no object of Tenon");
            assertEquals(List.of(), heap.threads("tenon"), "no thread of Tenon");
            assertEquals(count(before), count(heap.liveObjects(webappClassLoader())), "no class loader");
        }
    }

    /** Columns are number, instances, bytes and class name. */
    private static String count(List<String> lines) {
        return lines.get(0).strip().split("\\s+", -1)[1];
    }

    private static Path application() throws IOException {
        return new War()
                .classes(EverythingServlet.class)
                .library(Build.jar())
                .file("index.html", "<!doctype html><title>Everything</title>")
                .write("everything");
    }
}
