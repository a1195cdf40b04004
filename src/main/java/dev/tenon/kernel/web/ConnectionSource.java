package dev.tenon.kernel.web;

import java.time.Duration;
import javax.sql.DataSource;

/** The one database of the application. */
@FunctionalInterface
public interface ConnectionSource {
    /**
     * Returns the application's data source; the same one each time, opened on the first call.
     *
     * @throws IllegalStateException if there is none, naming the keys that would give one
     */
    DataSource dataSource();

    /** Returns how long a request may wait for the database before it is answered without: two seconds, unless something else is configured. */
    default Duration timeout() {
        return Duration.ofSeconds(2);
    }
}
