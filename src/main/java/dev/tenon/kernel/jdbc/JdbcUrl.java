package dev.tenon.kernel.jdbc;

import dev.tenon.kernel.Setting;
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

    private JdbcUrl() {}

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
     */
    static Map<String, String> additions(String url) {
        String said = url.toLowerCase(Locale.ROOT);
        Map<String, String> additions = new HashMap<>(ADDITIONS.getOrDefault(kind(url), Map.of()));
        additions.keySet().removeIf(key -> said.contains(key.toLowerCase(Locale.ROOT)));
        return additions;
    }

    private static String kind(String url) {
        return url.split(":", 3)[1];
    }
}
