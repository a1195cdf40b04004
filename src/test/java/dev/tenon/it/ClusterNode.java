package dev.tenon.it;

import dev.tenon.Tenon;
import dev.tenon.realtime.Realtime;
import dev.tenon.web.TomcatApp;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.websocket.server.WsSci;

/** One server of a cluster in a process of its own: an embedded Tomcat on loopback whose clients hear what one of them says. It dies with this JVM. */
final class ClusterNode implements AutoCloseable {
    private final Process process;
    private final Thread reaper;
    private final String url;

    private ClusterNode(Process process, String url) {
        this.process = process;
        this.url = url;
        reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** Starts one with these settings, such as {@code tenon.realtime.redis.url=redis://...}. */
    static ClusterNode start(String... settings) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tenon-node", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterNode.class.getName()));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        ClusterNode node = new ClusterNode(process, awaitUrl(process, output.toFile()));
        Files.deleteIfExists(output);
        return node;
    }

    private static String awaitUrl(Process process, File output) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() - end < 0 && process.isAlive()) {
            for (String line : Files.readAllLines(output.toPath(), StandardCharsets.UTF_8)) {
                if (line.startsWith("http://")) {
                    return line;
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the node does not start: " + Files.readString(output.toPath()));
    }

    /** Returns where its clients connect. */
    String url() {
        return url;
    }

    /** Stops the process where it is, or lets it go on. */
    void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("no signal " + signal);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }

    /** Runs in the other process; the arguments are settings. */
    public static void main(String... args) throws Exception {
        Path docBase = Files.createTempDirectory("tenon-node");
        TomcatApp app = TomcatApp.at("", docBase).param("tenon.realtime.enabled", "true");
        for (String arg : args) {
            app.param(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        Realtime io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> socket.on("say", said -> io.emit("said", said.get(0)))
                .on("count", question -> io.fetchSockets()
                        .whenComplete((found, failure) -> question.ack(failure == null ? found.size() : -1))));
        System.out.println(app.uri("/"));
        Thread.sleep(TimeUnit.MINUTES.toMillis(5)); // nobody needs it longer
        System.exit(0);
    }
}
