package dev.tenon.session.jdbc;

import dev.tenon.it.DatabaseServer;
import dev.tenon.it.MySql;

/** A real MySQL; an old one, 5.6. */
class MySqlSessionStoreIT extends ServerSessionStoreContract {
    @Override
    DatabaseServer startServer() throws Exception {
        return MySql.start();
    }
}
