package dev.tenon.kernel.jdbc;

import dev.tenon.kernel.Setting;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a JDBC URL tells: which driver it wants. */
final class JdbcUrl {
    private static final Map<String, String> DRIVERS = Map.of(
            "h2", "org.h2.Driver",
            "mysql", "com.mysql.cj.jdbc.Driver",
            "mariadb", "org.mariadb.jdbc.Driver",
            "postgresql", "org.postgresql.Driver");

    private static final Map<String, Map<String, String>> ADDITIONS = Map.of(
            "h2",
            Map.of("DB_CLOSE_ON_EXIT", "FALSE"),
            "mysql",
            Map.of(
                    "fallbackToSystemKeyStore", "false",
                    "useServerPrepStmts", "true",
                    "cachePrepStmts", "true",
                    "prepStmtCacheSqlLimit", "2048",
                    "useLocalSessionState", "true",
                    "maintainTimeStats", "false"));

    /** How a driver is told how many milliseconds it may wait for the server; PostgreSQL's counts seconds, H2 has no server to wait for. */
    private static final Map<String, Integer> UNITS = Map.of("mysql", 1, "mariadb", 1, "postgresql", 1_000);

    /** The property for the wait for an answer. */
    static final String SOCKET_TIMEOUT = "socketTimeout";

    private JdbcUrl() {}

    /**
     * A database in a file. An interrupt of any thread that reads it, such as an application's own that is told to stop, closes the file of H2 under
     * everybody, and H2 then drops without a word what it has not written yet, commits of half a second; by this way it opens the file again.
     */
    static String ofFile(String path) {
        return "jdbc:h2:retry:" + path;
    }

    static String check(String url) {
        if (!url.startsWith("jdbc:") || !DRIVERS.containsKey(kind(url))) {
            throw new IllegalArgumentException("'" + Setting.withoutSecrets(url) + "' is none of " + DRIVERS.keySet());
        }
        return url;
    }

    static String driverClass(String url) {
        return DRIVERS.get(kind(url));
    }

    /**
     * What a driver is told besides, unless the URL says something about it.
     *
     * <p>H2 is kept from adding a hook to the JVM, which would close the file early: Tomcat 10.1 still commits sessions while it stops, and
     * the pool closes the file. Connector/J is kept from showing the certificate of the JVM: Payara 6 has one for its listeners, and MariaDB
     * hangs up on whoever shows one that it does not know. It prepares statements on the server and keeps them, which costs both sides less,
     * and does not ask the server what it knows itself.
     * None waits longer than that for a server that hangs while it connects.
     */
    static Map<String, String> additions(String url, Duration timeout) {
        String said = url.toLowerCase(Locale.ROOT);
        Map<String, String> additions = new HashMap<>(ADDITIONS.getOrDefault(kind(url), Map.of()));
        if (UNITS.containsKey(kind(url))) {
            String most = String.valueOf(Math.max(1, timeout.toMillis() / UNITS.get(kind(url))));
            additions.put("connectTimeout", most);
            additions.put(SOCKET_TIMEOUT, most);
        }
        additions.keySet().removeIf(key -> said.contains(key.toLowerCase(Locale.ROOT)));
        return additions;
    }

    private static String kind(String url) {
        return url.split(":", 3)[1];
    }
}
