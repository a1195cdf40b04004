package dev.tenon.upload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real clamd on loopback whose one signature is that of the EICAR test file. Debian has it as {@code clamav-daemon}. */
final class Clamav implements AutoCloseable {
    /** The test file that every scanner knows, written so that no scanner takes this source for it. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String SIGNATURE = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n";

    private final int port;
    private final Process process;

    private Clamav(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Starts it, or skips the test by name where it is not installed. */
    static Clamav start(Path folder) throws IOException, InterruptedException {
        Path clamd = Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(clamd != null, "NOT RUN: clamd is not installed (Debian: clamav-daemon)");
        int port = freePort();
        Path database = Files.createDirectories(folder.resolve("database"));
        Files.writeString(database.resolve("eicar.hdb"), SIGNATURE);
        Path configuration = Files.write(
                folder.resolve("clamd.conf"),
                List.of(
                        "Foreground yes",
                        "TCPSocket " + port,
                        "TCPAddr 127.0.0.1",
                        "DatabaseDirectory " + database,
                        "TemporaryDirectory " + folder,
                        "StreamMaxLength 1M",
                        "FixStaleSocket yes"));
        Process process = new ProcessBuilder(clamd.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        Clamav clamav = new Clamav(port, process);
        clamav.await(folder.resolve("clamd.log"));
        return clamav;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!listens()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("clamd does not start: " + Files.readString(log));
            }
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
