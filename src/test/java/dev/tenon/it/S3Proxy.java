package dev.tenon.it;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An object store that speaks S3, on loopback and in the memory of a process of its own, which dies with this JVM. */
public final class S3Proxy implements AutoCloseable {
    /** What a client says to it. */
    public static final String IDENTITY = "tenon";

    /** What a client proves it with. */
    public static final String CREDENTIAL = "tenon-secret";

    private final URI endpoint;
    private final Process process;
    private final Thread reaper;

    private S3Proxy(URI endpoint, Process process) {
        this.endpoint = endpoint;
        this.process = process;
        this.reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** Starts it with no bucket in it. */
    public static S3Proxy start() throws IOException, InterruptedException {
        Path libraries = Distribution.libraries("s3proxy-pom.xml");
        URI endpoint = URI.create("http://127.0.0.1:" + Ports.free());
        Path home = Server.freshHome("s3proxy");
        Path properties = Files.write(
                home.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.endpoint=" + endpoint,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + IDENTITY,
                        "s3proxy.credential=" + CREDENTIAL,
                        "jclouds.provider=transient-nio2",
                        "jclouds.identity=remote",
                        "jclouds.credential=remote"));
        Process process = new ProcessBuilder(
                        Build.jdk("java").toString(),
                        "-Xmx256m",
                        "-DLOG_LEVEL=WARN",
                        "-cp",
                        libraries + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile())
                .start();
        S3Proxy proxy = new S3Proxy(endpoint, process);
        proxy.await(home.resolve("output.log"));
        return proxy;
    }

    private void await(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!answers()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("s3proxy does not start, see " + log);
            }
        }
    }

    private boolean answers() {
        try {
            return ((HttpURLConnection) endpoint.toURL().openConnection()).getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns where it is. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }
}
