package dev.tenon.realtime.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Redis of its own on the loopback interface, which keeps nothing; it can stop and come back at the same port. It dies with this JVM. */
public final class RedisServer implements AutoCloseable {
    private static final String PROGRAM = "redis-server";

    private final int port = freePort();
    private final Thread reaper = new Thread(this::kill);
    private final List<String> options;
    private Process process;

    private RedisServer(List<String> options) {
        this.options = options;
    }

    /** Starts one; where the program is not installed the test is not run, and says so. */
    public static RedisServer start(String... options) {
        RedisServer server = new RedisServer(List.of(options));
        server.begin();
        Runtime.getRuntime().addShutdownHook(server.reaper);
        return server;
    }

    /** Starts the program again. */
    public void begin() {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no",
                "--loglevel",
                "warning"));
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            Assumptions.abort("NOT RUN: " + PROGRAM + " is not installed (apt install redis-server)");
        }
        awaitListening();
    }

    private void awaitListening() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!listens()) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new IllegalStateException(PROGRAM + " does not start");
            }
            Thread.onSpinWait();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends the program at once; its clients see their connections break. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns where it is. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
