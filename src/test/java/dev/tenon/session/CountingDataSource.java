package dev.tenon.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Writes down every statement and every end of a transaction that comes to the database. */
final class CountingDataSource {
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final DataSource real;
    private volatile boolean away;

    CountingDataSource(DataSource real) {
        this.real = real;
    }

    /** From now on, or no longer, no connection is to be had. */
    void away(boolean isAway) {
        away = isAway;
    }

    List<String> takeStatements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (away) {
                throw new SQLException("the database is away");
            }
            return connection((Connection) invoke(real, method, arguments));
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement" -> statements.add((String) arguments[0]);
                case "createStatement", "commit", "rollback", "setAutoCommit" -> statements.add(method.getName());
                default -> {}
            }
            return invoke(connection, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
