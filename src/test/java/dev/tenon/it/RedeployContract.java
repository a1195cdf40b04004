package dev.tenon.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.Driver;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.redeploy.EverythingServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.commons.pool2.PooledObjectFactory;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.jul.JULServiceProvider;
import redis.clients.authentication.core.Token;
import redis.clients.jedis.Connection;

/** An application with every feature on is deployed, used and undeployed ten times in one server, and nothing of it stays. */
abstract class RedeployContract {
    private static final String PATH = "/again";
    private static final String HANDSHAKE = PATH + "/socket.io/?EIO=4&transport=";
    private static final String PAGE = PATH + "/everything?uname=agent";
    private static final int TIMES = 10;
    private static final int COLLECTIONS = 20;
    private static final String KEYS = """
            tenon.session.enabled=true
            tenon.fallback.enabled=true
            tenon.realtime.enabled=true
            tenon.upload.path=/upload
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    abstract Server create() throws IOException;

    /** Returns the class whose every living object is an application, deployed or leaked. */
    abstract String webappClassLoader();

    String databaseUrl(Server server) {
        return Sample.h2(server);
    }

    /** Tells the application of a cluster; there is none unless a subclass has one. */
    void join(Server server) {}

    /** Fails unless it was of that cluster. */
    void assertJoined(Server server) throws IOException {}

    @Test
    void classLoader_isCollected() throws Exception {
        Path war = application();
        try (Server server = create()) {
            server.environment("TENON_DATABASE_URL", databaseUrl(server));
            join(server);
            server.deploy("/stays", new War().file("index.html", "stays").write("stays"));
            server.start("/stays/index.html");
            Heap heap = new Heap(server.pid());
            List<String> before = heap.liveObjects(webappClassLoader());
            assertNotEquals(List.of(), before, "the class name is right");
            for (int i = 0; i < TIMES; i++) {
                server.deploy(PATH, war);
                server.await(PAGE);
                use(server);
                server.undeploy(PATH);
                server.await(PAGE, 404);
            }
            assertJoined(server);
            assertNothingStays(heap, before);
        }
    }

    /** One collection is not enough: what has a finalizer, or belongs to a thread that is just ending, goes with a later one. */
    private void assertNothingStays(Heap heap, List<String> before) throws Exception {
        for (int i = 0; i < COLLECTIONS && !heap.liveObjects("dev.tenon").isEmpty(); i++) {
            SECONDS.sleep(1);
        }
        List<String> objects = heap.liveObjects("dev.tenon");
        if (!objects.isEmpty()) {
            heap.dump(Build.target("it-logs/" + getClass().getSimpleName() + ".hprof"));
        }
        assertEquals(List.of(), objects, "objects of Tenon");
        assertEquals(List.of(), heap.threads("tenon"), "threads of Tenon");
        for (String library : List.of("mysql", "jedis", "commons-pool")) {
            assertEquals(List.of(), heap.threads(library), "threads of libraries");
        }
        assertEquals(count(before), count(heap.liveObjects(webappClassLoader())), "class loaders");
    }

    /** Leaves a client of each transport connected, as undeployment finds them. */
    private void use(Server server) throws Exception {
        assertEquals(200, server.status(HANDSHAKE + "polling"));
        if (keepsNoWebSockets()) {
            URI address = URI.create(
                    "ws" + server.uri(HANDSHAKE + "websocket").toString().substring(4));
            Opening opening = new Opening();
            client.newWebSocketBuilder().buildAsync(address, opening).get(20, SECONDS);
            assertTrue(opening.packet.get(20, SECONDS).startsWith("0{"), "an Engine.IO session is open");
        }
    }

    /** Returns whether the server itself lets go of an application whose websockets are closed. */
    boolean keepsNoWebSockets() {
        return true;
    }

    /** Columns are number, instances, bytes and class name. */
    private static String count(List<String> lines) {
        return lines.get(0).strip().split("\\s+", -1)[1];
    }

    private static Path application() throws IOException {
        return new War()
                .classes(EverythingServlet.class)
                .library(Build.jar())
                .library(Build.library(HikariDataSource.class))
                .library(Build.library(org.h2.Driver.class))
                .library(Build.library(Driver.class))
                .library(Build.library(Logger.class))
                .library(Build.library(JULServiceProvider.class))
                .library(Build.library(Connection.class))
                .library(Build.library(PooledObjectFactory.class))
                .library(Build.library(Token.class))
                .file("WEB-INF/classes/META-INF/tenon.properties", KEYS)
                .file("index.html", "<!doctype html><title>Everything</title>")
                .write("everything");
    }

    /** Waits for the packet by which the server opens a session. */
    private static final class Opening implements WebSocket.Listener {
        private final CompletableFuture<String> packet = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            packet.complete(data.toString());
            return WebSocket.Listener.super.onText(webSocket, data, last);
        }
    }
}
