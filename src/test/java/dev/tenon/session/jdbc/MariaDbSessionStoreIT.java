package dev.tenon.session.jdbc;

import dev.tenon.it.DatabaseServer;
import dev.tenon.it.MariaDb;

/** A real server, whose default charset is latin1. */
class MariaDbSessionStoreIT extends ServerSessionStoreContract {
    @Override
    DatabaseServer startServer() {
        return MariaDb.start();
    }
}
