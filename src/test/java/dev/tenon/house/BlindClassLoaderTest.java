package dev.tenon.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Loads, initialises and reflects every class where an optional package is hidden, except in the room named for it: what Tomcat does to a
 * filter. ArchUnit misses the catch clause that makes a verifier load its exception.
 */
class BlindClassLoaderTest {
    private static final Path CLASSES = classesFolder();

    /** The optional packages, and the rooms named for them. */
    private static final List<Optional> OPTIONALS = List.of(
            new Optional(
                    "CDI", List.of("jakarta.enterprise.", "jakarta.inject.", "jakarta.interceptor."), List.of(".cdi.")),
            new Optional("Bean Validation", List.of("jakarta.validation."), List.of(".validation.bean.")),
            new Optional("WebSocket", List.of("jakarta.websocket."), List.of(".realtime.web.WebSocket")),
            new Optional("REST", List.of("jakarta.ws.rs."), List.of(".rest.")),
            new Optional("MicroProfile", List.of("org.eclipse.microprofile."), List.of(".microprofile.")),
            new Optional("Micrometer", List.of("io.micrometer."), List.of(".metrics.micrometer.")),
            new Optional("AWS SDK", List.of("software.amazon."), List.of(".upload.s3.")),
            new Optional("Apache Tika", List.of("org.apache.tika."), List.of(".upload.tika.")),
            new Optional("HikariCP", List.of("com.zaxxer."), List.of(".kernel.jdbc.HikariPool")),
            new Optional(
                    "Redis client",
                    List.of("redis.clients."),
                    List.of(
                            ".realtime.redis.ListeningConnection",
                            ".realtime.redis.Topic",
                            ".realtime.redis.RedisConnections",
                            ".realtime.redis.RedisLink",
                            ".realtime.redis.RedisPublisher",
                            ".realtime.redis.RedisRetry",
                            ".realtime.redis.RedisSubscriber",
                            ".realtime.redis.PubSubChannel",
                            ".realtime.redis.ShardedChannel",
                            ".realtime.redis.Stream",
                            ".realtime.redis.RedisStreamReader")),
            new Optional("drivers", List.of("org.h2.", "com.mysql."), List.of()));

    @TestFactory
    Stream<DynamicTest> classes_loadWithoutOptionalPackage() {
        return OPTIONALS.stream().map(optional -> DynamicTest.dynamicTest(optional.name(), () -> load(optional)));
    }

    @Test
    void classInTheRoomNamedForIt_doesNotLoad() {
        BlindClassLoader blind = new BlindClassLoader(CLASSES, List.of("jakarta.enterprise."));
        assertThrows(LinkageError.class, () -> blind.reflect("dev.tenon.cdi.TenonExtension"));
    }

    private static void load(Optional optional) {
        BlindClassLoader blind = new BlindClassLoader(CLASSES, optional.hidden());
        List<String> failures = classNames().stream()
                .filter(name -> optional.rooms().stream().noneMatch(room -> name.contains(room)))
                .flatMap(name -> blind.failure(name).stream())
                .toList();
        assertEquals(List.of(), failures);
    }

    private static List<String> classNames() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file).toString())
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classesFolder() {
        try {
            return Path.of(Class.forName("dev.tenon.Tenon")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What may be absent, and the parts of class names of those who may need it. */
    private record Optional(String name, List<String> hidden, List<String> rooms) {}
}
