package dev.tenon.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.Settings;
import dev.tenon.kernel.jdbc.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class CdiLookupTest {
    private final CdiLookup lookup = new CdiLookup();

    @Test
    void withoutAContainer_nothingIsFound() {
        assertEquals(Optional.empty(), lookup.find(DataSource.class));
    }

    @Test
    void withoutABean_nothingIsFound() {
        try (WeldContainer beans = shop()) {
            assertTrue(beans.isRunning());
            assertEquals(Optional.empty(), lookup.find(Runnable.class));
        }
    }

    /** Else the sessions of an application whose secrets are late go into a file, until it is started again. */
    @Test
    void dataSourceThatCannotBeMade_isNotReplacedByAFile() throws Exception {
        try (WeldContainer beans = shop();
                Database database = new Database(Settings.resolve(Database.SETTINGS, List.of()), lookup, "/shop")) {
            assertTrue(beans.isRunning());
            IllegalStateException thrown = assertThrows(IllegalStateException.class, database::dataSource);
            assertEquals("the secrets are not there yet", thrown.getMessage());
        }
    }

    private static WeldContainer shop() {
        return new Weld().disableDiscovery().addBeanClasses(Shop.class).initialize();
    }

    /** An application with a data source that needs what is not there. */
    @ApplicationScoped
    static class Shop {
        @Produces
        DataSource source() {
            throw new IllegalStateException("the secrets are not there yet");
        }
    }
}
