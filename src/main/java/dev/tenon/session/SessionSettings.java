package dev.tenon.session;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Durations;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.session.SessionOptions.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The keys of the feature, and how they fill the options. */
final class SessionSettings {
    static final Setting<Boolean> ENABLED = Setting.flag("tenon.session.enabled", false);
    static final Setting<String> STORE = Setting.oneOf("tenon.session.store", "jdbc", "jdbc", "memory");
    static final String PREFIX = "tenon.session.";

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private static final Setting<String> KEY = Setting.of(
            "tenon.session.key", null, "a name of a cookie, without blanks and = ; , \" \\", CookieRules::name);
    private static final Setting<String> MAX_AGE = Setting.of(
            "tenon.session.maxAge",
            null,
            "session, or a duration such as 30m, 12h, 7d or PT30S, from " + SECOND + " to " + CENTURY,
            SessionSettings::maxAge);
    private static final Setting<Boolean> ROLLING = Setting.flag("tenon.session.rolling", false);
    private static final Setting<Boolean> HTTP_ONLY = Setting.flag("tenon.session.httpOnly", true);
    private static final Setting<String> SECURE =
            Setting.oneOf("tenon.session.secure", "auto", "auto", "true", "false");
    private static final Setting<String> SAME_SITE =
            Setting.oneOf("tenon.session.sameSite", "lax", "strict", "lax", "none");
    private static final Setting<Boolean> PARTITIONED = Setting.flag("tenon.session.partitioned", false);
    private static final Setting<Boolean> OVERWRITE = Setting.flag("tenon.session.overwrite", true);
    private static final Setting<Boolean> SIGNED = Setting.flag("tenon.session.signed", false);
    private static final Setting<String> KEYS = Setting.secret("tenon.session.keys");
    private static final Setting<String> PATH =
            Setting.of("tenon.session.path", null, "a path that begins with a slash", CookieRules::path);
    private static final Setting<String> DOMAIN =
            Setting.of("tenon.session.domain", null, "a domain such as example.org", CookieRules::domain);
    private static final Setting<ExternalKey> EXTERNAL_KEY = Setting.of(
            "tenon.session.externalKey", null, "the name of a header such as X-Auth-Token", ExternalKey::header);
    private static final Setting<String> ID_PREFIX =
            Setting.of("tenon.session.prefix", null, "at most 64 letters, digits, _ - . :", SessionIds::prefix);
    private static final Setting<Boolean> RENEW = Setting.flag("tenon.session.renew", false);
    private static final Setting<Boolean> AUTO_COMMIT = Setting.flag("tenon.session.autoCommit", true);
    private static final Setting<Boolean> STRICT_ACCESS = Setting.flag("tenon.session.strictAccess", false);
    private static final Setting<List<String>> ALLOW = Setting.list(
            "tenon.session.allow",
            List.of(),
            "classes such as com.acme.Cart or packages such as com.acme.*",
            AllowedClasses::pattern);
    private static final Setting<ByteSize> ATTRIBUTE_SIZE = Setting.size(
            "tenon.session.attributeSize", new ByteSize(4 << 20), new ByteSize(1), new ByteSize(Integer.MAX_VALUE));
    private static final Setting<String[]> ENCRYPTION_KEYS = Setting.secret(
            "tenon.session.encryptionKeys",
            "a list separated by commas of " + EncryptionKey.forms(),
            SessionSettings::encryptionKeys);
    private static final Setting<Duration> INTERVAL = Setting.duration(
            "tenon.session.checkExpirationInterval", Duration.ofMinutes(1), SECOND, Duration.ofDays(1));

    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            STORE,
            KEY,
            MAX_AGE,
            ROLLING,
            RENEW,
            HTTP_ONLY,
            SECURE,
            SAME_SITE,
            PARTITIONED,
            OVERWRITE,
            SIGNED,
            KEYS,
            PATH,
            DOMAIN,
            EXTERNAL_KEY,
            ID_PREFIX,
            AUTO_COMMIT,
            STRICT_ACCESS,
            ALLOW,
            ATTRIBUTE_SIZE,
            ENCRYPTION_KEYS,
            INTERVAL);

    private SessionSettings() {}

    private static String[] encryptionKeys(String text) {
        String[] keys = text.split(",", -1);
        EncryptionKey.parse(keys);
        return keys;
    }

    private static String maxAge(String text) {
        if (!text.equalsIgnoreCase("session")) {
            Duration duration = Durations.parse(text);
            if (duration.compareTo(SECOND) < 0 || duration.compareTo(CENTURY) > 0) {
                throw new IllegalArgumentException(duration + " is not from " + SECOND + " to " + CENTURY);
            }
        }
        return text;
    }

    static void fill(SessionOptions.Builder builder, Settings settings) {
        fillCookie(builder, settings);
        settings.find(EXTERNAL_KEY).ifPresent(builder::externalKey);
        settings.find(ID_PREFIX).ifPresent(builder::prefix);
        settings.find(AUTO_COMMIT).ifPresent(builder::autoCommit);
        settings.find(STRICT_ACCESS).ifPresent(builder::strictAccess);
        settings.find(ALLOW).ifPresent(patterns -> builder.allow(patterns.toArray(String[]::new)));
        settings.find(ATTRIBUTE_SIZE).ifPresent(size -> builder.attributeSize((int) size.bytes()));
        settings.find(ENCRYPTION_KEYS).ifPresent(builder::encryptionKeys);
        settings.find(INTERVAL).ifPresent(builder::checkExpirationInterval);
    }

    private static void fillCookie(SessionOptions.Builder builder, Settings settings) {
        settings.find(KEY).ifPresent(builder::key);
        settings.find(MAX_AGE).ifPresent(builder::maxAge);
        settings.find(ROLLING).ifPresent(builder::rolling);
        settings.find(RENEW).ifPresent(builder::renew);
        settings.find(HTTP_ONLY).ifPresent(builder::httpOnly);
        settings.find(SECURE)
                .filter(value -> !value.equals("auto"))
                .map(Boolean::valueOf)
                .ifPresent(builder::secure);
        settings.find(SAME_SITE)
                .map(value -> SameSite.valueOf(value.toUpperCase(Locale.ROOT)))
                .ifPresent(builder::sameSite);
        settings.find(PARTITIONED).ifPresent(builder::partitioned);
        settings.find(OVERWRITE).ifPresent(builder::overwrite);
        settings.find(KEYS).ifPresent(secrets -> builder.keys(secrets.split("\\s*,\\s*", -1)));
        settings.find(SIGNED).ifPresent(builder::signed);
        settings.find(PATH).ifPresent(builder::path);
        settings.find(DOMAIN).ifPresent(builder::domain);
    }
}
