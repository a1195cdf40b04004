package dev.tenon.realtime;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import java.time.Duration;
import java.util.List;

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
            new ByteSize(RealtimeOptions.MIN_SIZE),
            new ByteSize(RealtimeOptions.MAX_SIZE));
    private static final Setting<ByteSize> MAX_QUEUE_SIZE = Setting.size(
            "tenon.realtime.maxQueueSize",
            null,
            new ByteSize(RealtimeOptions.MIN_SIZE),
            new ByteSize(RealtimeOptions.MAX_SIZE));
    private static final Setting<Integer> MAX_QUEUE_LENGTH =
            Setting.integer("tenon.realtime.maxQueueLength", null, 1, RealtimeOptions.MAX_COUNT);
    private static final Setting<Integer> MAX_EVENTS_PER_SECOND =
            Setting.integer("tenon.realtime.maxEventsPerSecond", null, 0, RealtimeOptions.MAX_COUNT);
    private static final Setting<List<String>> CORS_ORIGIN = Setting.of(
            "tenon.realtime.corsOrigin",
            null,
            "* or origins such as https://shop.example, separated by commas",
            RealtimeSettings::origins);
    private static final Setting<Boolean> ALLOW_EIO3 = Setting.flag("tenon.realtime.allowEIO3", false);
    private static final Setting<Boolean> DISCONNECT_ON_SESSION_END =
            Setting.flag("tenon.realtime.disconnectOnSessionEnd", true);
    private static final Setting<Boolean> CLEANUP_EMPTY_CHILD_NAMESPACES =
            Setting.flag("tenon.realtime.cleanupEmptyChildNamespaces", false);

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
            CORS_ORIGIN,
            ALLOW_EIO3,
            DISCONNECT_ON_SESSION_END,
            CLEANUP_EMPTY_CHILD_NAMESPACES);

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
        settings.find(CORS_ORIGIN).ifPresent(origins -> builder.corsOrigin(origins.toArray(String[]::new)));
        settings.find(ALLOW_EIO3).ifPresent(builder::allowEIO3);
        settings.find(DISCONNECT_ON_SESSION_END).ifPresent(builder::disconnectOnSessionEnd);
        settings.find(CLEANUP_EMPTY_CHILD_NAMESPACES).ifPresent(builder::cleanupEmptyChildNamespaces);
        return builder;
    }

    private static Setting<Duration> duration(String option) {
        return Setting.duration("tenon.realtime." + option, null, RealtimeOptions.MIN_TIME, RealtimeOptions.MAX_TIME);
    }

    private static String path(String text) {
        return RealtimeOptions.builder().path(text).build().path();
    }

    private static List<String> origins(String text) {
        return RealtimeOptions.builder()
                .corsOrigin(text.split("\\s*,\\s*"))
                .build()
                .corsOrigin();
    }
}
