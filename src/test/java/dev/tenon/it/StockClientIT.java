package dev.tenon.it;

import dev.tenon.Tenon;
import dev.tenon.realtime.AckTimeoutException;
import dev.tenon.realtime.Args;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.RemoteSocket;
import dev.tenon.realtime.Socket;
import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock client of npm against what hangs on a namespace or a broadcast, on an embedded server. */
class StockClientIT {
    @TempDir
    private static Path docBase;

    private static TomcatApp app;
    private static Realtime io;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", docBase).param("tenon.realtime.enabled", "true");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        io = Tenon.of(app.servletContext()).realtime();
        namespaces();
        io.on("connection", StockClientIT::broadcasts);
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    private static void namespaces() {
        Namespace orders = io.of(Pattern.compile("/order-\\d+"));
        orders.on(
                "connection",
                socket -> socket.on("tell all orders", args -> {
                    orders.emit("news", args.text(0));
                    args.ack(socket.namespace().name());
                }));
        io.of((name, handshake, next) -> next.accept(
                name.startsWith("/tenant") && "k".equals(handshake.auth().get("key"))));
        io.of("/closed")
                .use((socket, next) -> next.refuse("not authorized", Map.of("code", 7, "why", List.of("closed"))));
    }

    private static void broadcasts(Socket socket) {
        socket.on("ask the others", args -> ask(socket, args))
                .on("who", StockClientIT::who)
                .on("move", args -> {
                    io.to(args.list(0).toArray(String[]::new)).socketsJoin("moved");
                    io.in("moved").emit("moved", new byte[] {1, 2});
                })
                .on("send away", args -> io.in(args.text(0)).disconnectSockets(false))
                .on("burst", args -> {
                    socket.emit("kept", 1);
                    io.to(socket.id()).asVolatile().emit("lost");
                })
                .on("tick", args -> {
                    io.to(socket.id()).asVolatile().emit("tick");
                    args.ack();
                });
    }

    private static void ask(Socket socket, Args question) {
        io.except(socket.id())
                .timeout(Duration.ofSeconds(question.integer(0) == 1 ? 10 : 1))
                .emitWithAck("question", question.get(0))
                .whenComplete((answers, late) -> {
                    List<Object> said = new ArrayList<>();
                    if (late instanceof AckTimeoutException timeout) {
                        said.add("late");
                        texts(timeout.answers()).forEach(said::add);
                    } else {
                        texts(answers).forEach(said::add);
                    }
                    question.ack(said);
                });
    }

    private static Stream<String> texts(List<Args> answers) {
        return answers.stream().map(answer -> answer.text(0));
    }

    private static void who(Args question) {
        io.fetchSockets()
                .thenAccept(sockets ->
                        question.ack(sockets.stream().map(RemoteSocket::id).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void namespacesAndBroadcasts_areWhatTheStockClientExpects(String transport) throws Exception {
        Node.run("namespaces.mjs", app.uri("/").toString(), transport);
    }
}
