package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The sample as a cluster, by the command of its README. It ends when its input is closed, as a shell does that is closed. Not thread-safe. */
final class DeskCluster implements AutoCloseable {
    private static final Pattern SERVER =
            Pattern.compile("(Payara|Tomcat)\\D* is process (\\d+) at http://localhost:(\\d+)/");
    private static final Pattern MISSING = Pattern.compile("(\\S+) is missing; on Debian: .*");

    private final int port = twoFree();
    private final Path output = Build.target("it-logs/cluster.log");
    private Process command;
    private List<ProcessHandle> programs;
    private Map<String, MatchResult> servers;

    /** The second address is at the next port. */
    private static int twoFree() {
        int port = Ports.free();
        while (!Ports.isFree(port + 1)) {
            port = Ports.free();
        }
        return port;
    }

    /** Starts it; where a program is not installed the test is not run, and says so. */
    void start() throws IOException, InterruptedException {
        Files.createDirectories(output.getParent());
        command = new ProcessBuilder(
                        Build.maven().toString(),
                        "-B",
                        "-q",
                        "-DskipTests",
                        "-Dmaven.repo.local=" + Build.localRepository(),
                        "-f",
                        Sample.folder().toString(),
                        "-Pcluster",
                        "-Dport=" + port)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            awaitAddress();
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
        servers = SERVER.matcher(said())
                .results()
                .collect(Collectors.toMap(server -> server.group(1).toLowerCase(Locale.ROOT), server -> server));
        programs = new ArrayList<>(command.descendants().toList());
    }

    private void awaitAddress() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(8);
        while (!said().contains("Ctrl-C ends it all")) {
            boolean ended = command.waitFor(100, TimeUnit.MILLISECONDS);
            MISSING.matcher(said()).results().forEach(program -> Assumptions.abort("NOT RUN: " + program.group()));
            if (ended || System.nanoTime() - end > 0) {
                throw new IllegalStateException("the cluster does not start; it said: " + said());
            }
        }
    }

    private String said() throws IOException {
        return Files.readString(output);
    }

    /** Returns an address at which a browser stays on one server. */
    String sticky(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Returns an address at which any request may come to any server. */
    String either(String path) {
        return "http://127.0.0.1:" + (port + 1) + path;
    }

    /** Returns where one of the two servers listens. */
    String address(Node node) {
        return "127.0.0.1:" + servers.get(node.cookie).group(3);
    }

    /** Ends one of the two servers as a power cut would. */
    void kill(Node node) throws IOException, InterruptedException {
        long pid = Long.parseLong(servers.get(node.cookie).group(2));
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Closes its input; fails unless everything has ended with it. */
    @Override
    public void close() throws IOException {
        command.getOutputStream().close();
        command.onExit().completeOnTimeout(null, 1, TimeUnit.MINUTES).join();
        command.descendants().forEach(ProcessHandle::destroyForcibly);
        command.destroyForcibly().onExit().join();
        if (programs != null) {
            assertEquals(0, command.exitValue());
            assertTrue(programs.stream().noneMatch(ProcessHandle::isAlive), () -> "left behind: " + programs);
        }
    }

    /** The servers. */
    enum Node {
        PAYARA("payara"),
        TOMCAT("tomcat");

        private final String cookie;

        Node(String cookie) {
            this.cookie = cookie;
        }

        /** Returns what the cookie of the proxy calls it. */
        String cookie() {
            return cookie;
        }
    }
}
