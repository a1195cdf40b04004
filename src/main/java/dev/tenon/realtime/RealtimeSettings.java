package dev.tenon.realtime;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.realtime.protocol.Parser;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** The keys of realtime, each checked by the option that it sets. */
final class RealtimeSettings {
    static final Setting<Boolean> ENABLED = Setting.flag("tenon.realtime.enabled", false);
    private static final Setting<String> PATH =
            Setting.of("tenon.realtime.path", null, "a path such as /socket.io/", RealtimeSettings::path);
    private static final Setting<Duration> PING_INTERVAL = duration("pingInterval");
    private static final Setting<Duration> PING_TIMEOUT = duration("pingTimeout");
    private static final Setting<Duration> UPGRADE_TIMEOUT = duration("upgradeTimeout");
    private static final Setting<Duration> CONNECT_TIMEOUT = duration("connectTimeout");
    private static final Setting<ByteSize> MAX_HTTP_BUFFER_SIZE = Setting.size(
            "tenon.realtime.maxHttpBufferSize",
            null,
            new ByteSize(EnginePart.MIN_SIZE),
            new ByteSize(EnginePart.MAX_SIZE));
    private static final Setting<ByteSize> MAX_QUEUE_SIZE = Setting.size(
            "tenon.realtime.maxQueueSize", null, new ByteSize(EnginePart.MIN_SIZE), new ByteSize(EnginePart.MAX_SIZE));
    private static final Setting<Integer> MAX_QUEUE_LENGTH =
            Setting.integer("tenon.realtime.maxQueueLength", null, 1, EnginePart.MAX_COUNT);
    private static final Setting<Integer> MAX_EVENTS_PER_SECOND =
            Setting.integer("tenon.realtime.maxEventsPerSecond", null, 0, EnginePart.MAX_COUNT);
    private static final Setting<Integer> MAX_NAMESPACES =
            Setting.integer("tenon.realtime.maxNamespaces", null, 1, EnginePart.MAX_COUNT);
    private static final Setting<List<String>> CORS_ORIGIN = Setting.of(
            "tenon.realtime.corsOrigin",
            null,
            "* or origins such as https://shop.example, separated by commas",
            RealtimeSettings::origins);
    private static final Setting<Boolean> ADD_TRAILING_SLASH = Setting.flag("tenon.realtime.addTrailingSlash", true);
    private static final Setting<List<String>> TRANSPORTS =
            list("transports", "polling or websocket", RealtimeOptions.Builder::transports);
    private static final Setting<Boolean> ALLOW_UPGRADES = Setting.flag("tenon.realtime.allowUpgrades", true);
    private static final Setting<Boolean> ALLOW_EIO3 = Setting.flag("tenon.realtime.allowEIO3", false);
    private static final Setting<List<String>> CORS_METHODS =
            list("corsMethods", "methods such as GET", RealtimeOptions.Builder::corsMethods);
    private static final Setting<List<String>> CORS_ALLOWED_HEADERS =
            list("corsAllowedHeaders", "names of headers", RealtimeOptions.Builder::corsAllowedHeaders);
    private static final Setting<Boolean> CORS_CREDENTIALS = Setting.flag("tenon.realtime.corsCredentials", true);
    private static final Setting<Duration> CORS_MAX_AGE =
            Setting.duration("tenon.realtime.corsMaxAge", null, Duration.ZERO, EnginePart.MAX_TIME);
    private static final Setting<String> COOKIE =
            word("cookie", "the name of a cookie", RealtimeOptions.Builder::cookie);
    private static final Setting<String> COOKIE_PATH =
            word("cookiePath", "a path such as /", RealtimeOptions.Builder::cookiePath);
    private static final Setting<Boolean> COOKIE_HTTP_ONLY = Setting.flag("tenon.realtime.cookieHttpOnly", true);
    private static final Setting<String> COOKIE_SAME_SITE =
            Setting.oneOf("tenon.realtime.cookieSameSite", null, "Strict", "Lax", "None");
    private static final Setting<Boolean> HTTP_COMPRESSION = Setting.flag("tenon.realtime.httpCompression", true);
    private static final Setting<ByteSize> HTTP_COMPRESSION_THRESHOLD = Setting.size(
            "tenon.realtime.httpCompressionThreshold", null, new ByteSize(0), new ByteSize(EnginePart.MAX_SIZE));
    private static final Setting<Boolean> PER_MESSAGE_DEFLATE = Setting.flag("tenon.realtime.perMessageDeflate", false);
    private static final Setting<Boolean> SERVE_CLIENT = Setting.flag("tenon.realtime.serveClient", true);
    private static final Setting<Boolean> DISCONNECT_ON_SESSION_END =
            Setting.flag("tenon.realtime.disconnectOnSessionEnd", true);
    private static final Setting<Boolean> CLEANUP_EMPTY_CHILD_NAMESPACES =
            Setting.flag("tenon.realtime.cleanupEmptyChildNamespaces", false);
    private static final Setting<Boolean> CONNECTION_STATE_RECOVERY =
            Setting.flag("tenon.realtime.connectionStateRecovery", false);
    private static final Setting<Duration> MAX_DISCONNECTION_DURATION = duration("maxDisconnectionDuration");
    private static final Setting<Boolean> SKIP_MIDDLEWARES = Setting.flag("tenon.realtime.skipMiddlewares", true);

    private static final Setting<Parser> PARSER =
            Setting.of("tenon.realtime.parser", null, NamedParser.ALLOWED, NamedParser::of);

    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            PATH,
            PING_INTERVAL,
            PING_TIMEOUT,
            UPGRADE_TIMEOUT,
            CONNECT_TIMEOUT,
            MAX_HTTP_BUFFER_SIZE,
            MAX_QUEUE_SIZE,
            MAX_QUEUE_LENGTH,
            MAX_EVENTS_PER_SECOND,
            MAX_NAMESPACES,
            CORS_ORIGIN,
            ADD_TRAILING_SLASH,
            TRANSPORTS,
            ALLOW_UPGRADES,
            ALLOW_EIO3,
            CORS_METHODS,
            CORS_ALLOWED_HEADERS,
            CORS_CREDENTIALS,
            CORS_MAX_AGE,
            COOKIE,
            COOKIE_PATH,
            COOKIE_HTTP_ONLY,
            COOKIE_SAME_SITE,
            HTTP_COMPRESSION,
            HTTP_COMPRESSION_THRESHOLD,
            PER_MESSAGE_DEFLATE,
            SERVE_CLIENT,
            DISCONNECT_ON_SESSION_END,
            CLEANUP_EMPTY_CHILD_NAMESPACES,
            CONNECTION_STATE_RECOVERY,
            MAX_DISCONNECTION_DURATION,
            SKIP_MIDDLEWARES,
            PARSER);

    private RealtimeSettings() {}

    /** Returns a builder with what the keys say. */
    static RealtimeOptions.Builder builder(Settings settings) {
        RealtimeOptions.Builder builder = RealtimeOptions.builder();
        settings.find(PATH).ifPresent(builder::path);
        settings.find(PING_INTERVAL).ifPresent(builder::pingInterval);
        settings.find(PING_TIMEOUT).ifPresent(builder::pingTimeout);
        settings.find(UPGRADE_TIMEOUT).ifPresent(builder::upgradeTimeout);
        settings.find(CONNECT_TIMEOUT).ifPresent(builder::connectTimeout);
        settings.find(MAX_HTTP_BUFFER_SIZE).ifPresent(size -> builder.maxHttpBufferSize((int) size.bytes()));
        settings.find(MAX_QUEUE_SIZE).ifPresent(size -> builder.maxQueueSize((int) size.bytes()));
        settings.find(MAX_QUEUE_LENGTH).ifPresent(builder::maxQueueLength);
        settings.find(MAX_EVENTS_PER_SECOND).ifPresent(builder::maxEventsPerSecond);
        settings.find(MAX_NAMESPACES).ifPresent(builder::maxNamespaces);
        settings.find(CORS_ORIGIN).ifPresent(origins -> builder.corsOrigin(origins.toArray(String[]::new)));
        settings.find(ADD_TRAILING_SLASH).ifPresent(builder::addTrailingSlash);
        settings.find(TRANSPORTS).ifPresent(words -> builder.transports(words.toArray(String[]::new)));
        settings.find(ALLOW_UPGRADES).ifPresent(builder::allowUpgrades);
        settings.find(ALLOW_EIO3).ifPresent(builder::allowEIO3);
        settings.find(CORS_METHODS).ifPresent(words -> builder.corsMethods(words.toArray(String[]::new)));
        settings.find(CORS_ALLOWED_HEADERS)
                .ifPresent(words -> builder.corsAllowedHeaders(words.toArray(String[]::new)));
        settings.find(CORS_CREDENTIALS).ifPresent(builder::corsCredentials);
        settings.find(CORS_MAX_AGE).ifPresent(builder::corsMaxAge);
        settings.find(COOKIE).ifPresent(builder::cookie);
        settings.find(COOKIE_PATH).ifPresent(builder::cookiePath);
        settings.find(COOKIE_HTTP_ONLY).ifPresent(builder::cookieHttpOnly);
        settings.find(COOKIE_SAME_SITE).ifPresent(builder::cookieSameSite);
        settings.find(HTTP_COMPRESSION).ifPresent(builder::httpCompression);
        settings.find(HTTP_COMPRESSION_THRESHOLD)
                .ifPresent(size -> builder.httpCompressionThreshold((int) size.bytes()));
        settings.find(PER_MESSAGE_DEFLATE).ifPresent(builder::perMessageDeflate);
        settings.find(SERVE_CLIENT).ifPresent(builder::serveClient);
        settings.find(DISCONNECT_ON_SESSION_END).ifPresent(builder::disconnectOnSessionEnd);
        settings.find(CLEANUP_EMPTY_CHILD_NAMESPACES).ifPresent(builder::cleanupEmptyChildNamespaces);
        settings.find(CONNECTION_STATE_RECOVERY).ifPresent(builder::connectionStateRecovery);
        settings.find(MAX_DISCONNECTION_DURATION).ifPresent(builder::maxDisconnectionDuration);
        settings.find(SKIP_MIDDLEWARES).ifPresent(builder::skipMiddlewares);
        settings.find(PARSER).ifPresent(builder::parser);
        return builder;
    }

    private static Setting<Duration> duration(String option) {
        return Setting.duration("tenon.realtime." + option, null, EnginePart.MIN_TIME, EnginePart.MAX_TIME);
    }

    /** Returns a setting whose words the option itself checks. */
    private static Setting<List<String>> list(
            String option, String allowed, BiConsumer<RealtimeOptions.Builder, String[]> setter) {
        return Setting.of("tenon.realtime." + option, null, allowed + ", separated by commas", text -> {
            String[] words = text.split("\\s*,\\s*", -1);
            setter.accept(RealtimeOptions.builder(), words);
            return List.of(words);
        });
    }

    private static Setting<String> word(
            String option, String allowed, BiConsumer<RealtimeOptions.Builder, String> setter) {
        return Setting.of("tenon.realtime." + option, null, allowed, text -> {
            setter.accept(RealtimeOptions.builder(), text);
            return text;
        });
    }

    private static String path(String text) {
        return RealtimeOptions.builder().path(text).build().web().path();
    }

    private static List<String> origins(String text) {
        return RealtimeOptions.builder()
                .corsOrigin(text.split("\\s*,\\s*"))
                .build()
                .web()
                .corsOrigin();
    }
}
