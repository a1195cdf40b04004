package dev.tenon.kernel.web;

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
}
