package dev.tenon.kernel.jdbc;

import java.util.Map;
import java.util.regex.Pattern;

/** What a JDBC URL tells: which driver it wants, and what of it may be shown. */
final class JdbcUrl {
    private static final Map<String, String> DRIVERS = Map.of(
            "h2", "org.h2.Driver",
            "mysql", "com.mysql.cj.jdbc.Driver",
            "mariadb", "org.mariadb.jdbc.Driver",
            "postgresql", "org.postgresql.Driver");

    private static final Pattern SECRETS = Pattern.compile("(?i)(password|pwd)=[^&;]*|//[^/@]*@");

    private JdbcUrl() {}

    static String check(String url) {
        if (!url.startsWith("jdbc:") || !DRIVERS.containsKey(kind(url))) {
            throw new IllegalArgumentException("'" + shown(url) + "' is none of " + DRIVERS.keySet());
        }
        return url;
    }

    static String driverClass(String url) {
        return DRIVERS.get(kind(url));
    }

    /** The URL without user and password. */
    static String shown(String url) {
        return SECRETS.matcher(url)
                .replaceAll(match -> match.group().startsWith("//") ? "//" : match.group(1) + "=(hidden)");
    }

    private static String kind(String url) {
        return url.split(":", 3)[1];
    }
}
