package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import dev.tenon.realtime.protocol.Parser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RealtimeOptionsTest {
    @Test
    void defaults_areTheReferences() {
        RealtimeOptions options = RealtimeOptions.builder().build();
        assertEquals("/socket.io/", options.web().path());
        assertEquals(Duration.ofSeconds(25), options.engine().pingInterval());
        assertEquals(Duration.ofSeconds(20), options.engine().pingTimeout());
        assertEquals(Duration.ofSeconds(10), options.engine().upgradeTimeout());
        assertEquals(Duration.ofSeconds(45), options.connectTimeout());
        assertEquals(1_000_000, options.engine().maxHttpBufferSize());
        assertEquals(4 << 20, options.engine().maxQueueSize());
        assertEquals(10_000, options.engine().maxQueueLength());
        assertEquals(0, options.maxEventsPerSecond());
        assertEquals(100, options.maxNamespaces());
        assertEquals(List.of(), options.web().corsOrigin());
        assertTrue(options.disconnectOnSessionEnd());
        assertEquals(Set.of("polling", "websocket"), options.engine().transports());
        assertTrue(options.engine().allowUpgrades());
        assertTrue(options.web().addTrailingSlash());
        assertTrue(options.web().serveClient());
        assertTrue(options.web().httpCompression());
        assertEquals(1024, options.web().httpCompressionThreshold());
        assertFalse(options.web().perMessageDeflate());
        assertFalse(options.engine().allowEIO3());
        assertSame(Parser.json(), options.parser());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                option("path", builder -> builder.path("socket.io")),
                option("path", builder -> builder.path("/")),
                option("path", builder -> builder.path("/a/*")),
                option("pingInterval", builder -> builder.pingInterval(Duration.ZERO)),
                option("pingTimeout", builder -> builder.pingTimeout(Duration.ofDays(2))),
                option("upgradeTimeout", builder -> builder.upgradeTimeout(Duration.ofSeconds(-1))),
                option("connectTimeout", builder -> builder.connectTimeout(Duration.ZERO)),
                option("maxHttpBufferSize", builder -> builder.maxHttpBufferSize(10)),
                option("maxQueueSize", builder -> builder.maxQueueSize(0)),
                option("maxQueueLength", builder -> builder.maxQueueLength(0)),
                option("maxEventsPerSecond", builder -> builder.maxEventsPerSecond(-1)),
                option("maxNamespaces", builder -> builder.maxNamespaces(0)),
                option("maxDisconnectionDuration", builder -> builder.maxDisconnectionDuration(Duration.ZERO)),
                option(
                        "cors: cred",
                        builder -> builder.corsOrigin("*").corsCredentials(true).build()),
                option("corsMethods", builder -> builder.corsMethods("GET", "A B")),
                option("corsAllowedHeaders", builder -> builder.corsAllowedHeaders("")),
                option("corsMaxAge", builder -> builder.corsMaxAge(Duration.ofDays(2))),
                option("cookie", builder -> builder.cookie("a=b")),
                option("cookiePath", builder -> builder.cookiePath("/; Domain=x")),
                option("cookieSameSite", builder -> builder.cookieSameSite("lax")),
                option("transports", builder -> builder.transports("webtransport")),
                option("transports", builder -> builder.transports()),
                option("httpCompressionThreshold", builder -> builder.httpCompressionThreshold(-1)),
                option("cors", builder -> builder.corsOrigin("shop.example")),
                option("cors", builder -> builder.corsOrigin("https://shop.example/")));
    }

    private static Arguments option(String name, Consumer<RealtimeOptions.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongOption_isNamed(String name, Consumer<RealtimeOptions.Builder> change) {
        RealtimeOptions.Builder builder = RealtimeOptions.builder();
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> change.accept(builder));
        assertTrue(e.getMessage().startsWith(name), e.getMessage());
    }

    @Test
    void keys_fillTheBuilder() {
        RealtimeOptions options = RealtimeSettings.builder(settings(Map.of(
                        "tenon.realtime.path", "/chat",
                        "tenon.realtime.pingInterval", "300ms",
                        "tenon.realtime.pingTimeout", "200ms",
                        "tenon.realtime.upgradeTimeout", "1s",
                        "tenon.realtime.connectTimeout", "2s",
                        "tenon.realtime.maxHttpBufferSize", "2MB",
                        "tenon.realtime.corsOrigin", "https://a.example, http://b.example:81",
                        "tenon.realtime.disconnectOnSessionEnd", "false")))
                .build();
        assertEquals("/chat/", options.web().path());
        assertEquals(Duration.ofMillis(300), options.engine().pingInterval());
        assertEquals(Duration.ofMillis(200), options.engine().pingTimeout());
        assertEquals(Duration.ofSeconds(1), options.engine().upgradeTimeout());
        assertEquals(Duration.ofSeconds(2), options.connectTimeout());
        assertEquals(2 << 20, options.engine().maxHttpBufferSize());
        assertEquals(
                List.of("https://a.example", "http://b.example:81"),
                options.web().corsOrigin());
        assertEquals(false, options.disconnectOnSessionEnd());
    }

    @Test
    void keys_boundTheQueuesAndTheRate() {
        RealtimeOptions options = RealtimeSettings.builder(settings(Map.of(
                        "tenon.realtime.maxQueueSize", "256KB",
                        "tenon.realtime.maxQueueLength", "50",
                        "tenon.realtime.maxEventsPerSecond", "20")))
                .build();
        assertEquals(256 << 10, options.engine().maxQueueSize());
        assertEquals(50, options.engine().maxQueueLength());
        assertEquals(20, options.maxEventsPerSecond());
    }

    @Test
    void keys_sayWhoMayComeBack_andHowManyNamespacesThereAre() {
        RealtimeOptions options = RealtimeSettings.builder(settings(Map.of(
                        "tenon.realtime.connectionStateRecovery", "true",
                        "tenon.realtime.maxDisconnectionDuration", "30s",
                        "tenon.realtime.skipMiddlewares", "false",
                        "tenon.realtime.maxNamespaces", "7")))
                .build();
        assertTrue(options.connectionStateRecovery());
        assertEquals(Duration.ofSeconds(30), options.maxDisconnectionDuration());
        assertFalse(options.skipMiddlewares());
        assertEquals(7, options.maxNamespaces());
    }

    @Test
    void keys_ofTheTransports_fillTheBuilder() {
        RealtimeOptions options = RealtimeSettings.builder(settings(Map.ofEntries(
                        Map.entry("tenon.realtime.addTrailingSlash", "false"),
                        Map.entry("tenon.realtime.transports", "websocket"),
                        Map.entry("tenon.realtime.allowUpgrades", "false"),
                        Map.entry("tenon.realtime.allowEIO3", "true"),
                        Map.entry("tenon.realtime.corsOrigin", "https://a.example"),
                        Map.entry("tenon.realtime.corsMethods", "GET, POST, PUT"),
                        Map.entry("tenon.realtime.corsAllowedHeaders", "X-Token"),
                        Map.entry("tenon.realtime.corsCredentials", "false"),
                        Map.entry("tenon.realtime.corsMaxAge", "10m"),
                        Map.entry("tenon.realtime.cookie", "io"),
                        Map.entry("tenon.realtime.cookiePath", "/chat"),
                        Map.entry("tenon.realtime.cookieHttpOnly", "false"),
                        Map.entry("tenon.realtime.cookieSameSite", "Strict"),
                        Map.entry("tenon.realtime.httpCompression", "false"),
                        Map.entry("tenon.realtime.httpCompressionThreshold", "4KB"),
                        Map.entry("tenon.realtime.perMessageDeflate", "true"),
                        Map.entry("tenon.realtime.serveClient", "false"))))
                .build();
        assertFalse(options.web().addTrailingSlash());
        assertEquals(Set.of("websocket"), options.engine().transports());
        assertFalse(options.engine().allowUpgrades());
        assertTrue(options.engine().allowEIO3());
        assertFalse(options.web().corsCredentials());
        assertFalse(options.web().httpCompression());
        assertEquals(4096, options.web().httpCompressionThreshold());
        assertTrue(options.web().perMessageDeflate());
        assertFalse(options.web().serveClient());
    }

    @Test
    void key_namesTheParser() {
        assertSame(Parser.json(), parser("json"));
        assertSame(Parser.msgpack(), parser("msgpack"));
        assertInstanceOf(LinesParser.class, parser(LinesParser.class.getName()));
    }

    private static Parser parser(String name) {
        return RealtimeSettings.builder(settings(Map.of("tenon.realtime.parser", name)))
                .build()
                .parser();
    }

    @ParameterizedTest
    @CsvSource({
        "parser,xml",
        "parser,java.lang.String",
        "parser,dev.tenon.realtime.protocol.Parser",
        "transports,carrier-pigeon",
        "corsMethods,a b",
        "cookie,a=b",
        "cookieSameSite,no",
        "path,/",
        "pingInterval,0s",
        "maxHttpBufferSize,3GB",
        "maxQueueLength,0",
        "corsOrigin,nowhere",
        "enabled,yes"
    })
    void wrongKey_stopsTheStart(String option, String value) {
        String key = "tenon.realtime." + option;
        SettingException e = assertThrows(SettingException.class, () -> settings(Map.of(key, value)));
        assertTrue(e.getMessage().contains(key + "=" + value), e.getMessage());
    }

    private static Settings settings(Map<String, String> values) {
        return Settings.resolve(RealtimeSettings.ALL, List.of(new SettingSource("test", values)));
    }
}
