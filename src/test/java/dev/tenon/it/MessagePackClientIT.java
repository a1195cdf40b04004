package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.tenon.Tenon;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.Socket;
import dev.tenon.web.TomcatApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock clients whose packets are MessagePack: those of npm on Node, and the bundle for browsers in one. */
class MessagePackClientIT {
    private static final String BUNDLE = "socket.io.msgpack.min.js";
    private static final String SCRIPT = """
            transports => new Promise((resolve, reject) => {
                const socket = io({ path: "/shop/socket.io/", transports, auth: { name: "ann" } });
                socket.once("connect_error", reject);
                socket.on("question", (value, answer) => answer(`the answer to ${value}`));
                socket.on("auth", auth => {
                    const bytes = new Uint8Array([1, 2, 255]).buffer;
                    socket.emit("echo", bytes, (back) => socket.emit("ask me", "what?", (said) => {
                        const name = socket.io.engine.transport.name;
                        socket.disconnect();
                        resolve([auth.name, [...new Uint8Array(back)].join(), said, name].join(" "));
                    }));
                });
            })
            """;

    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        Node.fetchPackages();
        Path client = Files.createDirectories(docBase.resolve("WEB-INF/socket.io-client"));
        Files.copy(
                Build.target("test-classes/node/node_modules/client-4.8/dist").resolve(BUNDLE), client.resolve(BUNDLE));
        Files.writeString(
                docBase.resolve("index.html"), "<!doctype html><script src=\"socket.io/" + BUNDLE + "\"></script>");
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.realtime.parser", "msgpack")
                .param("tenon.realtime.allowEIO3", "true");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        Realtime io = Tenon.of(app.servletContext()).realtime();
        io.on("connection", MessagePackClientIT::serve);
        Namespace desk = io.of("/desk").on("connection", MessagePackClientIT::serve);
        desk.use((socket, next) -> {
            if (socket.handshake().auth().containsKey("token")) {
                next.run();
            } else {
                next.refuse("not authorized", Map.of("code", 7, "why", List.of("closed")));
            }
        });
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    private static void serve(Socket socket) {
        socket.emit("auth", socket.handshake().auth());
        socket.on("echo", args -> args.ack(args.get(0)))
                .on("back", args -> socket.emit("back", args.get(0)))
                .on("tell all", args -> socket.namespace().emit("news", args.bytes(0)))
                .on("ask me", args -> socket.timeout(Duration.ofSeconds(5))
                        .emitWithAck("question", args.get(0))
                        .thenAccept(answer -> args.ack(answer.text(0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void clients_talk(String transports) throws Exception {
        Node.run("msgpack.mjs", app.uri("/").toString(), transports);
    }

    /** What the clients expect of this server is what they find at the original. */
    @Test
    void reference_isNoOther() throws Exception {
        Node.run("msgpack.mjs", "reference", "polling,websocket");
    }

    @Test
    void bundle_talks() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(app.uri("/index.html").toString());
            assertEquals("ann 1,2,255 the answer to what? websocket", page.evaluate(SCRIPT, List.of("websocket")));
            assertEquals("ann 1,2,255 the answer to what? polling", page.evaluate(SCRIPT, List.of("polling")));
            assertEquals(List.of(), chromium.errors());
        }
    }
}
