package dev.tenon.kernel.jdbc;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.h2.Driver;
import org.junit.jupiter.api.Test;

class DriverDataSourceTest {
    /** As in a WAR: a driver that only the application's class loader has, beside another version that the server has. */
    @Test
    void driver_isTheApplications_whichDriverManagerDoesNotFind() throws Exception {
        URL jar = Driver.class.getProtectionDomain().getCodeSource().getLocation();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(application);
            try (DriverDataSource source =
                            DriverDataSource.open("jdbc:h2:mem:", null, null, Duration.ofSeconds(1), false);
                    Connection connection = source.getConnection()) {
                assertSame(application, connection.getClass().getClassLoader());
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Two embedded servers in the JVM of the tests took the drivers from all tests that came after. */
    @Test
    void driverOfTheClassPath_isThereAfterAnEmbeddedServer() throws Exception {
        DriverDataSource.open("jdbc:h2:mem:", null, null, Duration.ofSeconds(1), false)
                .close();
        assertNotNull(DriverManager.getDriver("jdbc:h2:mem:"));
    }
}
