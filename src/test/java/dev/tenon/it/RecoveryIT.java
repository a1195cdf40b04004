package dev.tenon.it;

import dev.tenon.Tenon;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.Socket;
import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock client of npm comes back over a network that fails, on an embedded server. */
class RecoveryIT {
    @TempDir
    private static Path docBase;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor();

    private static TomcatApp app;
    private static Realtime io;
    private static AtomicInteger count = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", docBase)
                .param("tenon.realtime.connectionStateRecovery", "true")
                .param("tenon.realtime.pingInterval", "5s")
                .param("tenon.realtime.pingTimeout", "20s");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        io = Tenon.of(app.servletContext()).realtime();
        io.on("connection", RecoveryIT::handlers);
    }

    @AfterAll
    static void stop() throws Exception {
        CLOCK.shutdownNow();
        app.close();
    }

    private static void handlers(Socket socket) {
        socket.on("remember me", args -> {
                    count = new AtomicInteger();
                    socket.data().put("name", args.text(0));
                    socket.join("room");
                    args.ack("remembered");
                })
                .on(
                        "who am I",
                        args -> args.ack(Map.of(
                                "id", socket.id(),
                                "recovered", socket.recovered(),
                                "name", socket.data().get("name"),
                                "inRoom", socket.rooms().contains("room"))))
                .on("count to the room", args -> {
                    for (int i = 0; i < args.integer(0); i++) {
                        countOne();
                    }
                    args.ack();
                })
                .on("count slowly", args -> countSlowly((int) args.integer(0), args::ack));
    }

    private static void countOne() {
        io.to("room").emit("count", count.getAndIncrement());
    }

    private static void countSlowly(int numbers, Runnable then) {
        AtomicInteger left = new AtomicInteger(numbers);
        ScheduledFuture<?>[] task = new ScheduledFuture<?>[1];
        task[0] = CLOCK.scheduleAtFixedRate(
                () -> {
                    countOne();
                    if (left.decrementAndGet() == 0) {
                        then.run();
                        task[0].cancel(false);
                    }
                },
                0,
                5,
                TimeUnit.MILLISECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void stockClient_comesBack_andMissesNothing(String transports) throws Exception {
        Node.run("recovery.mjs", app.uri("/").toString(), transports);
    }
}
