package dev.tenon.it;

import dev.tenon.Tenon;
import dev.tenon.realtime.Args;
import dev.tenon.realtime.Broadcast;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.RemoteSocket;
import dev.tenon.realtime.redis.RedisServer;
import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server on Java and one on Node ({@code socket.io} 4.8 with {@code @socket.io/redis-adapter} 8.3) are one cluster over a real Redis, and
 * {@code @socket.io/redis-emitter} reaches both; so they are with {@code @socket.io/redis-streams-adapter} 0.3, where clients that were cut off from
 * one come back on the other; and so with the sharded adapter of {@code @socket.io/redis-adapter}, in each of its modes.
 */
class NodeClusterIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private static Path docBase;

    private static RedisServer redis;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisServer.start();
        Node.fetchPackages();
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "specific", "streams", "static", "dynamic", "dynamic-private"})
    void serversOnJavaAndNode_areOneCluster(String kind) throws Exception {
        try (TomcatApp app = TomcatApp.at("/shop", docBase)
                .param("tenon.realtime.redis.url", redis.url())
                .param("tenon.realtime.redis.streams", String.valueOf(kind.equals("streams")))
                .param("tenon.realtime.connectionStateRecovery", String.valueOf(kind.equals("streams")))
                .param("tenon.realtime.redis.publishOnSpecificResponseChannel", String.valueOf(kind.equals("specific")))
                .param("tenon.realtime.redis.sharded", String.valueOf(isMode(kind)))
                .param("tenon.realtime.redis.subscriptionMode", isMode(kind) ? kind : "dynamic")) {
            app.context().setContainerSciFilter(WsSci.class.getName());
            app.context().addServletContainerInitializer(new WsSci(), Set.of());
            app.start();
            obey(Tenon.of(app.servletContext()).realtime());
            Node.run("cluster.mjs", app.uri("/").toString(), redis.url(), kind);
        }
    }

    private static boolean isMode(String kind) {
        return Set.of("static", "dynamic", "dynamic-private").contains(kind);
    }

    /** Does for a client what an application does for itself. */
    private static void obey(Realtime io) {
        io.onServerSideEvent("tell", args -> io.local().emit("x", args.get(0)));
        io.onServerSideEvent("ask", args -> args.ack("java " + args.get(0)));
        io.onConnection(socket -> {
            socket.data().put("from", "java");
            socket.join("java room");
            socket.on("do", args -> obey(io, args));
        });
    }

    private static void obey(Realtime io, Args args) {
        switch (args.text(0)) {
            case "emitWithAck" -> answer(args, firsts(io.timeout(LIMIT).emitWithAck(args.text(1), rest(args, 2))));
            case "fetch" ->
                answer(args, io.in(args.text(1)).fetchSockets().thenApply(found -> found.stream()
                        .map(NodeClusterIT::told)
                        .toList()));
            case "ids" -> answer(args, io.in(args.text(1)).allSockets().thenApply(List::copyOf));
            case "serverSideEmitWithAck" -> answer(args, firsts(io.serverSideEmitWithAck(args.text(1), args.get(2))));
            default -> {
                tell(io, args);
                args.ack();
            }
        }
    }

    private static void tell(Realtime io, Args args) {
        switch (args.text(0)) {
            case "emit" -> emit(io, args);
            case "join" -> io.in(args.text(1)).socketsJoin(texts(args, 2));
            case "leave" -> io.in(args.text(1)).socketsLeave(texts(args, 2));
            case "disconnect" -> io.in(args.text(1)).disconnectSockets(args.flag(2));
            case "serverSideEmit" -> io.serverSideEmit(args.text(1), args.get(2));
            default -> throw new IllegalArgumentException(args.text(0));
        }
    }

    private static void emit(Realtime io, Args args) {
        Broadcast target = io.broadcast().to(texts(args, 1)).except(texts(args, 2));
        target.emit(args.text(3), rest(args, 4));
    }

    private static Object[] rest(Args args, int from) {
        return IntStream.range(from, args.size()).mapToObj(args::get).toArray();
    }

    private static String[] texts(Args args, int i) {
        return args.list(i).stream().map(String::valueOf).toArray(String[]::new);
    }

    private static CompletionStage<List<Object>> firsts(CompletionStage<List<Args>> answers) {
        return answers.thenApply(
                all -> all.stream().map(answer -> answer.get(0)).toList());
    }

    private static Map<String, Object> told(RemoteSocket socket) {
        return Map.of(
                "id", socket.id(),
                "rooms", socket.rooms(),
                "data", socket.data(),
                "who", socket.handshake().query().get("who").get(0),
                "auth", socket.handshake().auth());
    }

    private static void answer(Args args, CompletionStage<?> answer) {
        answer.whenComplete((value, failure) -> args.ack(failure == null ? value : failure.toString()));
    }
}
