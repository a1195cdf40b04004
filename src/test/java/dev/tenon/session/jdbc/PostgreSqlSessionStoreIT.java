package dev.tenon.session.jdbc;

import dev.tenon.it.DatabaseServer;
import dev.tenon.it.PostgreSql;

/** A real PostgreSQL, 14. */
class PostgreSqlSessionStoreIT extends ServerSessionStoreContract {
    @Override
    DatabaseServer startServer() throws Exception {
        return PostgreSql.start();
    }
}
