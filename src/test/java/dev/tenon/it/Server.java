package dev.tenon.it;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server in a process of its own, bound to loopback, with its output in {@code target/it-logs}. It dies with this JVM. Not
 * thread-safe.
 */
abstract class Server implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final int port = Ports.free();
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> properties = new TreeMap<>();
    private Thread reaper;
    private Process process;

    /**
     * @param name the product and its version, which the test reports show
     * @param home a folder of its own
     */
    Server(String name, Path home) {
        this.name = name;
        this.home = home;
    }

    /** Returns the command line, the JVM's options without Java itself. */
    abstract List<String> arguments() throws IOException;

    /**
     * Deploys the file, before the first start or while the server runs; then without waiting.
     *
     * @param contextPath as the Servlet specification has it: empty, or with a slash in front
     */
    abstract void deploy(String contextPath, Path war) throws IOException;

    /** Takes the application from the running server, without waiting. */
    abstract void undeploy(String contextPath) throws IOException;

    /** Returns how often the suite deploys an application again. */
    int redeploys() {
        return 2;
    }

    /** Returns how long the server may take to answer as expected: by default two minutes. */
    Duration patience() {
        return Duration.ofMinutes(2);
    }

    /** Returns whether the server brings CDI. */
    boolean hasCdi() {
        return true;
    }

    /** Skips the row, by name, on a server without CDI. */
    final void assumeCdi() {
        Assumptions.assumeTrue(hasCdi(), this + " brings no CDI");
    }

    /** Returns the names of the rows that the server cannot pass, each with the reason. */
    Map<String, String> lacks() {
        return Map.of();
    }

    Server environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Server systemProperty(String key, String value) {
        properties.put(key, value);
        return this;
    }

    /**
     * Starts the server and waits until each page answers 200; an answer 404 may just be early. Ends it again if that does not come, or if
     * another machine could reach the server.
     */
    Server start(String... pages) throws IOException, InterruptedException {
        Files.createDirectories(log().getParent());
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(Build.jdk("java").toString());
        builder.command()
                .add("-XX:SoftRefLRUPolicyMSPerMB=0"); // Open Liberty logs softly what leads to applications long gone
        properties.forEach((key, value) -> builder.command().add("-D" + key + "=" + value));
        builder.command().addAll(arguments());
        builder.environment().putAll(environment);
        builder.directory(home.toFile()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = builder.start();
        reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
        System.out.println(name + " runs as process " + process.pid() + " on port " + port);
        try {
            awaitAll(pages);
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
        return this;
    }

    private void awaitAll(String... pages) throws IOException, InterruptedException {
        for (String page : pages) {
            await(page);
        }
        Listeners listeners = new Listeners(pid());
        if (listeners.areKnown() && !listeners.reachable().isEmpty()) {
            throw new IllegalStateException(name + " listens for other machines: " + listeners.reachable());
        }
    }

    /** Waits until the page answers 200. */
    void await(String page) throws IOException, InterruptedException {
        await(page, 200);
    }

    /** Waits until the page answers so. */
    void await(String page, int status) throws IOException, InterruptedException {
        await(page + " answering " + status, () -> status(page) == status);
    }

    /** Waits until the server said so. */
    void awaitOutput(String text) throws IOException, InterruptedException {
        await(text, () -> hasSaid(text));
    }

    boolean hasSaid(String text) throws IOException {
        return Files.readString(log()).contains(text);
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(patience());
        while (!condition.isMet()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                throw new IllegalStateException(name + ", waited for: " + what + System.lineSeparator() + tail());
            }
        }
    }

    private interface Condition {
        boolean isMet() throws IOException, InterruptedException;
    }

    /** Returns the status of a GET, or -1 while nobody listens. */
    int status(String page) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(page))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Ends the server as an operator would, and harder after half a minute. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().completeOnTimeout(null, 30, TimeUnit.SECONDS).join();
            process.destroyForcibly().onExit().join();
            Runtime.getRuntime().removeShutdownHook(reaper);
            process = null;
        }
    }

    /** Ends the server as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends the server and starts it again on the same port, with the same folder. */
    void restart(String... pages) throws IOException, InterruptedException {
        close();
        start(pages);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Path home() {
        return home;
    }

    boolean isRunning() {
        return process != null;
    }

    Process process() {
        return process;
    }

    private Path log() {
        return Build.target("it-logs").resolve(home.getFileName() + ".log");
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** Returns the file name that makes a server choose this context path. */
    static String fileName(String contextPath) {
        return contextPath.isEmpty() ? "ROOT.war" : contextPath.substring(1) + ".war";
    }

    /** Returns an empty folder for one server. */
    static Path freshHome(String name) throws IOException {
        Path parent = Files.createDirectories(Build.target("it-servers"));
        return Files.createTempDirectory(parent, name + "-");
    }

    static String path(Path... files) {
        return String.join(
                File.pathSeparator, List.of(files).stream().map(Path::toString).toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
