package dev.tenon.kernel.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** A pool over a data source, where the application carries HikariCP; the only class that links to it. */
final class HikariPool implements AutoCloseable {
    private final HikariDataSource pool;

    private HikariPool(HikariDataSource pool) {
        this.pool = pool;
    }

    static HikariPool over(DataSource plain, Duration timeout) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(plain);
        config.setPoolName("tenon");
        config.setConnectionTimeout(timeout.toMillis());
        config.setValidationTimeout(Math.max(250, timeout.toMillis() / 2)); // there must be time for another
        config.setInitializationFailTimeout(-1); // the first use says what is wrong, with the application started
        return new HikariPool(new HikariDataSource(config));
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
