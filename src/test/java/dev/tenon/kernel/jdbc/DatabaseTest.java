package dev.tenon.kernel.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @Test
    void url_opensAPooledConnection() throws Exception {
        try (Database database = database(Map.of("tenon.database.url", "jdbc:h2:mem:pooled"), BeanLookup.NONE)) {
            try (Connection connection = database.dataSource().getConnection()) {
                assertTrue(connection.isValid(1));
            }
            assertEquals("HikariDataSource", database.dataSource().getClass().getSimpleName());
            assertSame(database.dataSource(), database.dataSource());
        }
    }

    /** In a class path of its own, with all that this one has but the pool. */
    @Test
    void url_withoutAPool_warnsOfIt() throws Exception {
        List<LogRecord> records = new ArrayList<>();
        Logger log = Logger.getLogger(Database.class.getName());
        Handler handler = recording(records);
        log.addHandler(handler);
        try (URLClassLoader poor = new URLClassLoader(withoutPool(), ClassLoader.getPlatformClassLoader())) {
            Object source = ((Callable<?>) poor.loadClass(Opening.class.getName())
                            .getDeclaredConstructor()
                            .newInstance())
                    .call();
            assertEquals("DriverDataSource", source);
        } finally {
            log.removeHandler(handler);
        }
        assertEquals(1, records.size());
        assertEquals(Level.WARNING, records.get(0).getLevel());
        assertTrue(records.get(0).getMessage().contains("HikariCP"));
    }

    private static Handler recording(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static URL[] withoutPool() throws MalformedURLException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (!entry.contains("HikariCP")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Opens a database, and says what kind of data source it got. */
    public static final class Opening implements Callable<String> {
        @Override
        public String call() throws SQLException {
            try (Database database = database(Map.of("tenon.database.url", "jdbc:h2:mem:plain"), BeanLookup.NONE)) {
                return database.dataSource().getClass().getSimpleName();
            }
        }
    }

    @Test
    void bean_isUsedWhereNoKeyNamesADatabase() throws Exception {
        JdbcDataSource bean = new JdbcDataSource();
        try (Database database = database(Map.of(), only(bean))) {
            assertSame(bean, database.dataSource());
        }
    }

    @Test
    void urlAndJndi_together_areRefused() {
        Map<String, String> both = Map.of("tenon.database.url", "jdbc:h2:mem:x", "tenon.database.jndi", "jdbc/x");
        assertThrows(SettingException.class, () -> database(both, BeanLookup.NONE));
    }

    @Test
    void url_thatIsNoneOfOurs_isRefused_withoutItsPassword() {
        Map<String, String> url = Map.of("tenon.database.url", "jdbc:oracle:thin:x?password=hunter2");
        SettingException refused = assertThrows(SettingException.class, () -> database(url, BeanLookup.NONE));
        assertFalse(refused.getMessage().contains("hunter2"), refused.getMessage());
    }

    @Test
    void url_ofSeveralHosts_isRefused_withoutAnyPassword() {
        Map<String, String> url = Map.of("tenon.database.url", "mysql://a:b@one,root:hunter2@two/app");
        SettingException refused = assertThrows(SettingException.class, () -> database(url, BeanLookup.NONE));
        assertFalse(refused.getMessage().contains("hunter2"), refused.getMessage());
    }

    @Test
    void jndiName_thatNamesNothing_isNamed() throws Exception {
        try (Database database = database(Map.of("tenon.database.jndi", "jdbc/absent"), BeanLookup.NONE)) {
            IllegalStateException refused = assertThrows(IllegalStateException.class, database::dataSource);
            assertTrue(refused.getMessage().contains("jdbc/absent"));
        }
    }

    @Test
    void shownUrl_hasNoPassword() {
        assertEquals(
                "jdbc:mysql://db/app?user=a&password=(hidden)",
                Setting.withoutSecrets("jdbc:mysql://db/app?user=a&password=b"));
        assertEquals("jdbc:mysql://(hidden)@db/app", Setting.withoutSecrets("jdbc:mysql://a:b@db/app"));
        assertEquals("jdbc:mysql://(hidden)@two/app", Setting.withoutSecrets("jdbc:mysql://a:b@one,c:d@two/app"));
        assertEquals("jdbc:mysql://(hidden)@db/app", Setting.withoutSecrets("jdbc:mysql://a:b/@c@db/app"));
        assertEquals("jdbc:h2:mem:x;PASSWORD=(hidden)", Setting.withoutSecrets("jdbc:h2:mem:x;PASSWORD=b"));
    }

    @Test
    void drivers_areToldWhatTheUrlIsSilentAbout() {
        assertEquals(
                Map.of("DB_CLOSE_ON_EXIT", "FALSE"), JdbcUrl.additions("jdbc:h2:file:~/app", Duration.ofSeconds(2)));
        assertEquals(Map.of(), JdbcUrl.additions("jdbc:h2:file:~/app;db_close_on_exit=true", Duration.ofSeconds(2)));
        assertEquals(
                "true",
                JdbcUrl.additions("jdbc:mysql://db/app", Duration.ofSeconds(2)).get("useServerPrepStmts"));
        Map<String, String> rest =
                JdbcUrl.additions("jdbc:mysql://db/app?useserverprepstmts=false", Duration.ofSeconds(2));
        assertNull(rest.get("useServerPrepStmts"));
        assertEquals("false", rest.get("fallbackToSystemKeyStore"));
        Map<String, String> times =
                JdbcUrl.additions("jdbc:postgresql://db/app?connectTimeout=7", Duration.ofSeconds(2));
        assertEquals(Map.of("socketTimeout", "2"), times);
        assertEquals(
                "2000",
                JdbcUrl.additions("jdbc:mariadb://db/app", Duration.ofSeconds(2))
                        .get("connectTimeout"));
    }

    /** A sign-in was lost when the server was stopped right after it: a thread of the application that was interrupted had closed the file of H2. */
    @Test
    void fileDatabase_keepsWhatWasCommitted_whenAThreadThatReadsIsInterrupted(@TempDir Path folder) throws Exception {
        Map<String, String> values =
                Map.of("tenon.database.url", JdbcUrl.ofFile(folder + "/shop"), "tenon.database.timeout", "1m");
        try (Database before = database(values, BeanLookup.NONE)) {
            update(
                    before,
                    "CREATE TABLE large AS SELECT x, RANDOM_UUID() || SPACE(500) text FROM SYSTEM_RANGE(1, 20000)");
            update(before, "CREATE TABLE agent (name VARCHAR(20))");
        }
        try (Database stopped = database(values, BeanLookup.NONE);
                Connection reading = stopped.dataSource().getConnection()) {
            update(stopped, "INSERT INTO agent VALUES ('mia')");
            Thread.currentThread().interrupt();
            assertEquals("20000", query(reading, "SELECT COUNT(LENGTH(text)) FROM large"));
            Thread.interrupted(); // H2 forgets it by itself
        }
        try (Database after = database(values, BeanLookup.NONE);
                Connection connection = after.dataSource().getConnection()) {
            assertEquals("mia", query(connection, "SELECT name FROM agent"));
        }
    }

    private static void update(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Database database(Map<String, String> values, BeanLookup beans) {
        return new Database(
                Settings.resolve(Database.SETTINGS, List.of(new SettingSource("test", values))), beans, "/shop");
    }

    private static BeanLookup only(DataSource bean) {
        return new BeanLookup() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return type == DataSource.class ? Optional.of(type.cast(bean)) : Optional.empty();
            }
        };
    }
}
