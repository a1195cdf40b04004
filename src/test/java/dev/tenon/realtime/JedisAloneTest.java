package dev.tenon.realtime;

import static dev.tenon.realtime.ClusterContract.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.realtime.redis.RedisAdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.RedisServer;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that brings Jedis without what Jedis brings: such as {@code redis-authx-core}, without which its own classes to listen do not load. */
class JedisAloneTest {
    private static final Pattern BROUGHT =
            Pattern.compile("(redis-authx-core|commons-pool2|slf4j-api|slf4j-jdk14|gson|json)-\\d.*\\.jar");

    private static URLClassLoader alone() throws IOException {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> !BROUGHT.matcher(file.getFileName().toString()).matches())
                .map(Path::toUri)
                .map(JedisAloneTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"channels", "streams", "sharded"})
    void cluster_needsOnlyJedis(String kind) throws Exception {
        try (RedisServer redis = RedisServer.start();
                URLClassLoader alone = alone()) {
            Callable<?> servers = Class.forName(TwoServers.class.getName(), true, alone)
                    .asSubclass(Callable.class)
                    .getConstructor(String.class, String.class)
                    .newInstance(redis.url(), kind);
            assertEquals("2[\"x\"]", servers.call());
        }
    }

    @Test
    void whatJedisBrings_isHidden() throws Exception {
        try (URLClassLoader alone = alone()) {
            assertThrows(
                    ClassNotFoundException.class,
                    () -> Class.forName("redis.clients.authentication.core.Token", false, alone));
            assertThrows(ClassNotFoundException.class, () -> Class.forName("org.slf4j.Logger", false, alone));
        }
    }

    /** Two servers of one cluster; called, they return what a client of one heard when the other spoke. */
    public static final class TwoServers implements Callable<String> {
        private final RedisAdapterOptions options;

        public TwoServers(String url, String kind) {
            options = RedisAdapterOptions.builder()
                    .url(url)
                    .streams(kind.equals("streams"))
                    .sharded(kind.equals("sharded"))
                    .build();
        }

        @Override
        public String call() throws Exception {
            DaemonTimer timer = new DaemonTimer("test-timer", TwoServers.class.getClassLoader());
            RealtimeServer here = server(timer);
            RealtimeServer there = server(timer);
            try {
                await(() -> ClusterContract.servers(here.of("/")) == 2 && ClusterContract.servers(there.of("/")) == 2);
                RemoteClient bob =
                        new RemoteClient(there, Optional.empty()).sends("0").forgets();
                here.emit("x");
                return bob.next(Duration.ofSeconds(10));
            } finally {
                here.close();
                there.close();
                timer.close();
            }
        }

        private RealtimeServer server(DaemonTimer timer) {
            return new RealtimeServer(
                    RealtimeOptions.builder()
                            .adapter(new RedisAdapterFactory(options))
                            .build(),
                    timer,
                    Runnable::run,
                    new FakeSessions());
        }
    }
}
