package dev.tenon.kernel.jdbc;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Finds a data source that the administrator set up. */
final class JndiDataSource {
    private JndiDataSource() {}

    @SuppressWarnings("BanJNDI") // the name is the administrator's, from the configuration
    static DataSource lookup(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new IllegalStateException(
                    "Tenon cannot start: tenon.database.jndi=" + name + " names no data source here", e);
        }
    }
}
