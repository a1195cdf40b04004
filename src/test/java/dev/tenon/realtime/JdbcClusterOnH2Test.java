package dev.tenon.realtime;

import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.jdbc.JdbcAdapterFactory;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;

/** Two servers on a table of H2. */
class JdbcClusterOnH2Test extends ClusterContract {
    private static final JdbcConnectionPool POOL =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @AfterAll
    static void close() {
        POOL.dispose();
    }

    @Override
    AdapterFactory server() {
        return new JdbcAdapterFactory(() -> POOL, "/shop");
    }
}
