package dev.tenon.realtime.jdbc;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.AdapterContract;
import dev.tenon.realtime.adapter.LocalSockets;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;

/** The only server of a cluster, on a table of H2. */
class JdbcAdapterTest extends AdapterContract {
    private static final JdbcConnectionPool POOL =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @AfterAll
    static void close() {
        POOL.dispose();
    }

    @Override
    protected Adapter create(LocalSockets local) {
        return new JdbcAdapterFactory(() -> POOL, "/shop").create(local);
    }
}
