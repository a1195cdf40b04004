package dev.tenon.session.cdi;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.cdi.TenonExtension;
import dev.tenon.session.IdHash;
import dev.tenon.session.MemorySessionStore;
import dev.tenon.session.cdi.shop.Basket;
import dev.tenon.session.cdi.shop.Coupons;
import dev.tenon.session.cdi.shop.Desk;
import dev.tenon.session.cdi.shop.Greeting;
import dev.tenon.session.cdi.shop.Line;
import dev.tenon.session.cdi.shop.Logged;
import dev.tenon.session.cdi.shop.Prices;
import dev.tenon.session.cdi.shop.Till;
import dev.tenon.session.cdi.shop.Visits;
import dev.tenon.session.cdi.shop.Watch;
import dev.tenon.session.cdi.shop.Wishes;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.Servlet;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.catalina.LifecycleException;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** One run of the shop: Weld beside Tomcat. Another one after it finds the same sessions. */
final class ShopServer implements AutoCloseable {
    private final WeldContainer beans;
    private final TomcatApp app;

    /**
     * @param keys what stands in META-INF/tenon.properties
     * @param folder an empty one
     */
    ShopServer(String keys, Path folder, Servlet pages) throws Exception {
        beans = weld(keys, folder);
        app = TomcatApp.at("/shop", folder)
                .param("tenon.session.allow", "dev.tenon.session.cdi.shop.*")
                .param("tenon.session.checkExpirationInterval", "1s")
                .servlet("/*", pages)
                .start(SharedStore.class);
    }

    private static WeldContainer weld(String keys, Path folder) throws Exception {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/tenon.properties"), keys);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return new Weld()
                    .disableDiscovery()
                    .addBeanClasses(
                            Basket.class,
                            Coupons.class,
                            Desk.class,
                            Greeting.class,
                            Line.Exchange.class,
                            Logged.Log.class,
                            Prices.class,
                            Till.class,
                            Visits.class,
                            Watch.class,
                            Wishes.class)
                    .addExtensions(new TenonExtension())
                    .initialize();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    TomcatApp app() {
        return app;
    }

    WeldContainer beans() {
        return beans;
    }

    @Override
    public void close() throws LifecycleException {
        app.close();
        beans.shutdown();
    }

    /** Names the feature, too: with the context parameter above it is on. */
    public static final class SharedStore implements TenonConfigurer {
        private static final MemorySessionStore STORE = new MemorySessionStore();

        /** All that is stored of a session, as far as it is text. */
        static String bytesOf(String id) {
            StringBuilder text = new StringBuilder();
            STORE.find(IdHash.of(id), Instant.now()).orElseThrow().attributes().forEach((name, bytes) -> text.append(
                            name)
                    .append(new String(bytes, StandardCharsets.ISO_8859_1)));
            return text.toString();
        }

        @Override
        public void configure(TenonSetup setup) {
            setup.sessionStore(STORE);
        }
    }
}
