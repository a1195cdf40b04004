package dev.tenon.kernel.jdbc;

import dev.tenon.kernel.Setting;
import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Collections;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Opens connections through a driver that it made itself: {@link DriverManager} finds no driver of a WAR on Tomcat and TomEE, and only the
 * server's own H2 on Payara 6.
 */
final class DriverDataSource implements DataSource, AutoCloseable {
    private static final Logger LOG = System.getLogger(DriverDataSource.class.getName());

    private final Driver driver;
    private final String url;
    private final Properties login;
    private final boolean waits;
    private volatile int loginTimeout;

    private DriverDataSource(Driver driver, String url, Properties login, boolean waits) {
        this.driver = driver;
        this.url = url;
        this.login = login;
        this.waits = waits;
    }

    /**
     * @param timeout how long the driver waits for the server while it connects
     * @param waits whether a thread that asks for a connection waits until the server is there, as is right for the one that fills a pool
     */
    static DriverDataSource open(String url, String user, String password, Duration timeout, boolean waits) {
        Properties login = new Properties();
        login.putAll(JdbcUrl.additions(url, timeout));
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return new DriverDataSource(driver(url), url, login, waits);
    }

    private static Driver driver(String url) {
        String name = JdbcUrl.driverClass(url);
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return Class.forName(name, true, loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Tenon cannot start: " + Setting.withoutSecrets(url) + " needs " + name
                            + ", which neither the application nor the server has",
                    e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return waits ? new Reconnection(this).connect(this::connect) : connect();
    }

    /** The bound is for connecting: what the application asks may take longer. */
    private Connection connect() throws SQLException {
        Connection connection = driver.connect(url, login);
        try {
            if (login.containsKey(JdbcUrl.SOCKET_TIMEOUT)) {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is part of the configuration");
    }

    /** Takes back what a driver of the application left with the JVM, which would keep the application's class loader. */
    @Override
    public void close() throws SQLException {
        ClassLoader loader = driver.getClass().getClassLoader();
        if (loader != DriverDataSource.class.getClassLoader() || loader == ClassLoader.getSystemClassLoader()) {
            return; // the server's own driver, or one that a program with an embedded server has for all that it does
        }
        for (Driver registered : Collections.list(DriverManager.getDrivers())) {
            if (registered.getClass().getClassLoader() == loader) {
                DriverManager.deregisterDriver(registered);
            }
        }
        stopCleanupThread(loader);
    }

    /** Connector/J 9 watches abandoned connections with a thread that does not end by itself. */
    private static void stopCleanupThread(ClassLoader loader) {
        try {
            Class.forName("com.mysql.cj.jdbc.AbandonedConnectionCleanupThread", true, loader)
                    .getMethod("checkedShutdown")
                    .invoke(null);
        } catch (ReflectiveOperationException absent) {
            LOG.log(Level.TRACE, "no thread of Connector/J to stop", absent);
        }
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Drivers log by themselves.
    }

    /** Drivers take theirs from the URL; HikariCP 7 takes this one for the time that it waits for its threads when it closes. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public java.util.logging.Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("System.Logger is used");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public String toString() {
        return Setting.withoutSecrets(url);
    }
}
