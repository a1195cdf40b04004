package dev.tenon.validation.bean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import dev.tenon.validation.Check;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glassfish.expressly.ExpressionFactoryImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The providers of the servers say the same, byte for byte, each in a class loader in which no other is. */
class ProvidersTest {
    private static final String VALIDATION = "jakarta.validation.Validation";

    @ParameterizedTest
    @ValueSource(strings = {"hibernate-validator-7", "hibernate-validator-8", "hibernate-validator-9", "bval-3"})
    void answer_ofEveryProvider_isTheSame(String provider) throws Exception {
        Path folder = Path.of(Check.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling("providers")
                .resolve(provider);
        if (!Files.isDirectory(folder)) {
            folder = Path.of("target", "providers", provider);
        }
        assertTrue(Files.isDirectory(folder), folder + " is filled by mvn process-test-resources");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Loader loader = loader(folder)) {
            Thread.currentThread().setContextClassLoader(loader); // where Bean Validation looks for providers
            loader.loadClass(IdleApplication.class.getName())
                    .asSubclass(Runnable.class)
                    .getConstructor()
                    .newInstance()
                    .run();
            assertFalse(loader.hasLoaded(VALIDATION), "nobody asked for a provider yet");
            Supplier<?> bytes = (Supplier<?>) loader.loadClass(ProviderBytes.class.getName())
                    .getConstructor()
                    .newInstance();
            assertEquals(expected(), bytes.get());
            assertTrue(loader.hasLoaded(VALIDATION));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    static String expected() throws IOException {
        try (InputStream in = ProvidersTest.class.getResourceAsStream("provider-bytes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static Loader loader(Path folder) throws IOException, URISyntaxException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        for (Class<?> type : List.of(
                Check.class, ProviderBytes.class, JsonParser.class, ExpressionFactoryImpl.class, Servlet.class)) {
            urls.add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        return new Loader(urls);
    }

    /** Tells what it loaded. */
    private static final class Loader extends URLClassLoader {
        Loader(List<URL> urls) {
            super(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        }

        boolean hasLoaded(String name) {
            return findLoadedClass(name) != null;
        }
    }
}
