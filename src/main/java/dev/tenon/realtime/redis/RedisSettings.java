package dev.tenon.realtime.redis;

import dev.tenon.kernel.Classes;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.Settings;
import dev.tenon.realtime.adapter.AdapterFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The keys of the adapter, each checked by the option that it sets. Not for applications to call. */
public final class RedisSettings {
    /** Where Redis is; the adapter is in use when it is set. */
    public static final Setting<String> URL = text(
            "url",
            "a URL such as redis://localhost:6379 or rediss://user:password@host",
            RedisAdapterOptions.Builder::url);

    private static final Setting<String> KEY =
            text("key", "a word, which the names of all channels begin with", RedisAdapterOptions.Builder::key);
    private static final Setting<Duration> REQUESTS_TIMEOUT = Setting.duration(
            "tenon.realtime.redis.requestsTimeout", null, RedisAdapterOptions.MIN_TIME, RedisAdapterOptions.MAX_TIME);
    private static final Setting<Boolean> SPECIFIC =
            Setting.flag("tenon.realtime.redis.publishOnSpecificResponseChannel", false);

    private static final Setting<Boolean> STREAMS = Setting.flag("tenon.realtime.redis.streams", false);
    private static final Setting<Integer> MAX_LEN = Setting.integer(
            "tenon.realtime.redis.maxLen", null, RedisAdapterOptions.MIN_LEN, RedisAdapterOptions.MAX_LEN);

    private static final Setting<Boolean> SHARDED = Setting.flag("tenon.realtime.redis.sharded", false);
    private static final Setting<String> SUBSCRIPTION_MODE =
            Setting.oneOf("tenon.realtime.redis.subscriptionMode", null, "static", "dynamic", "dynamic-private");

    /** Every key. */
    public static final List<Setting<?>> ALL =
            List.of(URL, KEY, REQUESTS_TIMEOUT, SPECIFIC, STREAMS, MAX_LEN, SHARDED, SUBSCRIPTION_MODE);

    private RedisSettings() {}

    /**
     * Returns what makes the adapters that the keys describe.
     *
     * @throws SettingException if the application has no client of Redis
     */
    public static AdapterFactory factory(Settings settings) {
        if (!Classes.has("redis.clients.jedis.Connection")) {
            throw new SettingException(
                    URL.key(),
                    Setting.withoutSecrets(settings.find(URL).orElse("")),
                    settings.origin(URL),
                    "left out where redis.clients:jedis is not in the application");
        }
        if (settings.get(STREAMS) && settings.get(SHARDED)) {
            throw new SettingException(
                    SHARDED.key(), true, settings.origin(SHARDED), "false where " + STREAMS.key() + " is true");
        }
        RedisAdapterOptions.Builder builder = RedisAdapterOptions.builder();
        settings.find(URL).ifPresent(builder::url);
        settings.find(KEY).ifPresent(builder::key);
        settings.find(REQUESTS_TIMEOUT).ifPresent(builder::requestsTimeout);
        settings.find(SPECIFIC).ifPresent(builder::publishOnSpecificResponseChannel);
        settings.find(STREAMS).ifPresent(builder::streams);
        settings.find(MAX_LEN).ifPresent(builder::maxLen);
        settings.find(SHARDED).ifPresent(builder::sharded);
        settings.find(SUBSCRIPTION_MODE).map(RedisSettings::mode).ifPresent(builder::subscriptionMode);
        return new RedisAdapterFactory(builder.build());
    }

    private static SubscriptionMode mode(String word) {
        return SubscriptionMode.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Setting<String> text(
            String option, String allowed, BiConsumer<RedisAdapterOptions.Builder, String> setter) {
        return Setting.of("tenon.realtime.redis." + option, null, allowed, text -> {
            setter.accept(RedisAdapterOptions.builder(), text);
            return text;
        });
    }
}
