package dev.tenon.kernel.jdbc;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Classes;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.ConnectionSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The one data source of an application: from JNDI or a URL where a key names one, else the application's own {@link DataSource} bean, else an
 * H2 file of the user. Opened on the first call, and logged once: which it is, and whether it is pooled. Thread-safe.
 */
public final class Database implements ConnectionSource, AutoCloseable {
    private static final Setting<String> JNDI = Setting.text("tenon.database.jndi", null);
    private static final Setting<String> URL = Setting.of(
            "tenon.database.url",
            null,
            "a JDBC URL such as jdbc:mysql://localhost/app or jdbc:h2:file:~/app",
            JdbcUrl::check);
    private static final Setting<String> USER = Setting.text("tenon.database.user", null);
    private static final Setting<String> PASSWORD = Setting.secret("tenon.database.password");

    private static final Setting<Duration> TIMEOUT = Setting.duration(
            "tenon.database.timeout", Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMinutes(1));

    /** Every key that says which database it is, and how long it may take. */
    public static final List<Setting<?>> SETTINGS = List.of(JNDI, URL, USER, PASSWORD, TIMEOUT);

    private static final Logger LOG = System.getLogger(Database.class.getName());

    private final Settings settings;
    private final BeanLookup beans;
    private final String application;
    private volatile DataSource dataSource;
    private Closing owned = () -> {};

    /**
     * Sets where to look.
     *
     * @param contextPath names the H2 file of an application that configured nothing
     * @throws SettingException if keys name two databases
     */
    public Database(Settings settings, BeanLookup beans, String contextPath) {
        this.settings = settings;
        this.beans = beans;
        this.application =
                contextPath.isEmpty() ? "ROOT" : contextPath.substring(1).replace('/', '#');
        if (settings.find(JNDI).isPresent() && settings.find(URL).isPresent()) {
            throw new SettingException(
                    JNDI.key(), settings.get(JNDI), settings.origin(JNDI), "left out where " + URL.key() + " is set");
        }
    }

    /** Asked with every request that uses a session, so that only the first waits for a lock. */
    @Override
    public DataSource dataSource() {
        DataSource known = dataSource;
        return known == null ? openOnce() : known;
    }

    private synchronized DataSource openOnce() {
        if (dataSource == null) {
            dataSource = open();
        }
        return dataSource;
    }

    @Override
    public Duration timeout() {
        return settings.get(TIMEOUT);
    }

    private DataSource open() {
        Optional<String> jndi = settings.find(JNDI);
        if (jndi.isPresent()) {
            return described("the data source " + jndi.get(), JndiDataSource.lookup(jndi.get()));
        }
        if (settings.find(URL).isEmpty()) {
            Optional<DataSource> bean = beans.find(DataSource.class);
            if (bean.isPresent()) {
                return described("the application's DataSource bean", bean.get());
            }
        }
        return openUrl(settings.find(URL).orElseGet(this::embedded));
    }

    private String embedded() {
        return JdbcUrl.ofFile("~/.tenon/" + application + "/tenon");
    }

    private DataSource openUrl(String url) {
        boolean pooled = Classes.has("com.zaxxer.hikari.HikariDataSource");
        DriverDataSource plain =
                DriverDataSource.open(url, settings.get(USER), settings.get(PASSWORD), timeout(), pooled);
        if (!pooled) {
            owned = plain::close;
            LOG.log(
                    Level.WARNING,
                    "TENON-K03 Tenon opens a connection for each use of {0}: put HikariCP into the application, and it is pooled",
                    plain);
            return plain;
        }
        HikariPool pool = HikariPool.over(plain, timeout());
        owned = () -> {
            pool.close();
            plain.close();
        };
        return described(plain + ", pooled by HikariCP", pool.dataSource());
    }

    private static DataSource described(String what, DataSource source) {
        LOG.log(Level.INFO, "TENON-K04 Tenon uses {0}", what);
        return source;
    }

    /** Closes the pool and takes the driver back, where Tenon opened them; others' data sources stay open. */
    @Override
    public synchronized void close() throws SQLException {
        owned.close();
    }

    @FunctionalInterface
    private interface Closing {
        void close() throws SQLException;
    }
}
