package dev.tenon.session.jdbc;

import dev.tenon.session.SessionStore;
import dev.tenon.session.SessionStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database in a file, as an application that configured nothing has it. */
class H2SessionStoreTest extends SessionStoreContract {
    @TempDir
    private static Path folder;

    private static SessionStore store;
    private static Connection first; // H2 closes a file with its last connection

    @BeforeAll
    static void open() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("sessions"));
        first = source.getConnection();
        store = new JdbcSessionStore(() -> source, "/shop");
    }

    @AfterAll
    static void close() throws SQLException {
        first.close();
    }

    @Override
    protected SessionStore store() {
        return store;
    }
}
