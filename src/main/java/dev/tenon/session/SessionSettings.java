package dev.tenon.session;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.session.SessionOptions.SameSite;
import jakarta.servlet.SessionCookieConfig;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The keys of the feature, and how they and {@code web.xml} fill the options. */
final class SessionSettings {
    static final Setting<Boolean> ENABLED = Setting.flag("tenon.session.enabled", false);
    static final Setting<String> STORE = Setting.oneOf("tenon.session.store", "jdbc", "jdbc", "memory");
    static final String PREFIX = "tenon.session.";

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private static final Setting<String> KEY = Setting.of(
            "tenon.session.key", null, "a name of a cookie, without blanks and = ; , \" \\", CookieRules::name);
    private static final Setting<Duration> MAX_AGE = Setting.duration("tenon.session.maxAge", null, SECOND, CENTURY);
    private static final Setting<Boolean> ROLLING = Setting.flag("tenon.session.rolling", false);
    private static final Setting<Boolean> HTTP_ONLY = Setting.flag("tenon.session.httpOnly", true);
    private static final Setting<String> SECURE =
            Setting.oneOf("tenon.session.secure", "auto", "auto", "true", "false");
    private static final Setting<String> SAME_SITE =
            Setting.oneOf("tenon.session.sameSite", "lax", "strict", "lax", "none");
    private static final Setting<String> PATH =
            Setting.of("tenon.session.path", null, "a path that begins with a slash", CookieRules::path);
    private static final Setting<String> DOMAIN =
            Setting.of("tenon.session.domain", null, "a domain such as example.org", CookieRules::domain);
    private static final Setting<List<String>> ALLOW = Setting.list(
            "tenon.session.allow",
            List.of(),
            "classes such as com.acme.Cart or packages such as com.acme.*",
            AllowedClasses::pattern);
    private static final Setting<ByteSize> ATTRIBUTE_SIZE = Setting.size(
            "tenon.session.attributeSize", new ByteSize(4 << 20), new ByteSize(1), new ByteSize(Integer.MAX_VALUE));
    private static final Setting<Duration> INTERVAL = Setting.duration(
            "tenon.session.checkExpirationInterval", Duration.ofMinutes(1), SECOND, Duration.ofDays(1));

    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            STORE,
            KEY,
            MAX_AGE,
            ROLLING,
            HTTP_ONLY,
            SECURE,
            SAME_SITE,
            PATH,
            DOMAIN,
            ALLOW,
            ATTRIBUTE_SIZE,
            INTERVAL);

    private SessionSettings() {}

    /** What {@code web.xml} says of the cookie; servers name it JSESSIONID where nobody named it. */
    static void fill(SessionOptions.Builder builder, SessionCookieConfig config) {
        if (config.getName() != null && !config.getName().equals("JSESSIONID")) {
            builder.key(config.getName());
        }
        if (config.getMaxAge() > 0) {
            builder.maxAge(Duration.ofSeconds(config.getMaxAge()));
        }
        if (config.isSecure()) {
            builder.secure(true);
        }
        if (isNamed(config.getDomain())) {
            builder.domain(config.getDomain());
        }
        if (isNamed(config.getPath()) && !isLibertysDefault(config)) {
            builder.path(config.getPath());
        }
    }

    private static boolean isNamed(String value) {
        return value != null && !value.isEmpty();
    }

    /** Open Liberty 26.0.0.3 says no domain and {@code /} where nobody named them: all its applications would share one cookie. */
    private static boolean isLibertysDefault(SessionCookieConfig config) {
        return "".equals(config.getDomain()) && "/".equals(config.getPath());
    }

    static void fill(SessionOptions.Builder builder, Settings settings) {
        settings.find(KEY).ifPresent(builder::key);
        settings.find(MAX_AGE).ifPresent(builder::maxAge);
        settings.find(ROLLING).ifPresent(builder::rolling);
        settings.find(HTTP_ONLY).ifPresent(builder::httpOnly);
        settings.find(SECURE)
                .filter(value -> !value.equals("auto"))
                .map(Boolean::valueOf)
                .ifPresent(builder::secure);
        settings.find(SAME_SITE)
                .map(value -> SameSite.valueOf(value.toUpperCase(Locale.ROOT)))
                .ifPresent(builder::sameSite);
        settings.find(PATH).ifPresent(builder::path);
        settings.find(DOMAIN).ifPresent(builder::domain);
        settings.find(ALLOW).ifPresent(patterns -> builder.allow(patterns.toArray(String[]::new)));
        settings.find(ATTRIBUTE_SIZE).ifPresent(size -> builder.attributeSize((int) size.bytes()));
        settings.find(INTERVAL).ifPresent(builder::checkExpirationInterval);
    }
}
