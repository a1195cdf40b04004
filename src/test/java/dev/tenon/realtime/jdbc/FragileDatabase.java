package dev.tenon.realtime.jdbc;

import dev.tenon.kernel.web.ConnectionSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of H2 whose connections can be told to break. */
final class FragileDatabase implements AutoCloseable {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private volatile String breaking = "";
    private volatile boolean isAnswerLost;

    /** The next connection whose method of this name is called does what it is told, answers, and is dead from then on. */
    void breakAfter(String method) {
        breaking = method;
        isAnswerLost = false;
    }

    /** The next connection whose method of this name is called does what it is told and is dead before it answers. */
    void breakBeforeTheAnswerOf(String method) {
        breaking = method;
        isAnswerLost = true;
    }

    ConnectionSource source() {
        return () -> proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(pool, method, arguments);
            return result instanceof Connection connection ? fragile(connection) : result;
        });
    }

    private Connection fragile(Connection connection) {
        boolean[] dead = {false};
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (dead[0]) {
                throw new SQLException("the connection is dead", "08006");
            }
            Object result = invoke(connection, method, arguments);
            dead[0] = method.getName().equals(breaking);
            if (dead[0]) {
                breaking = "";
                end(connection);
            }
            if (dead[0] && isAnswerLost) {
                throw new SQLException("the answer is lost", "08006");
            }
            return result;
        });
    }

    /** Gives it back to the pool in order: only who used it thinks that it is dead. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    private static Object invoke(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FragileDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    /** Returns how many messages for this server, or for all, are there. */
    int messages(String recipient) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT COUNT(*) FROM tenon_realtime_message WHERE COALESCE(recipient, ?) = ?")) {
            select.setString(1, recipient);
            select.setString(2, recipient);
            ResultSet rows = select.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
