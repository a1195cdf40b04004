package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.session.SessionOptions.SameSite;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the cookie is like: as the options say, else as {@code web.xml} or the application's {@link SessionCookieConfig} says (Jakarta Servlet
 * 6.0, section 7.1.1), else as is safe. Immutable.
 *
 * @param maxAge empty for one that lives until the browser is closed
 * @param secure empty for as the request came
 * @param others what else stands in it, by names
 */
record CookieStyle(
        String key,
        String path,
        Optional<String> domain,
        Optional<Duration> maxAge,
        Optional<Boolean> secure,
        boolean httpOnly,
        SameSite sameSite,
        boolean partitioned,
        Map<String, String> others) {

    /** Those that have an option of their own, in lower case. */
    static final Set<String> KNOWN =
            Set.of("path", "domain", "max-age", "expires", "secure", "httponly", "samesite", "partitioned", "comment");

    /** Returns it as it is said now: listeners of the application may change it until the application has started. */
    static CookieStyle of(SessionOptions options, ServletContext context) {
        return new Resolution(options.cookie(), context).style();
    }

    /**
     * Returns this.
     *
     * @throws IllegalArgumentException if browsers would drop such a cookie
     */
    CookieStyle checked() {
        CookieRules.check(this);
        return this;
    }

    /** What comes from where. */
    private record Resolution(CookieOptions options, ServletContext context, SessionCookieConfig config) {
        Resolution(CookieOptions options, ServletContext context) {
            this(options, context, context.getSessionCookieConfig());
        }

        CookieStyle style() {
            return new CookieStyle(
                    options.key().or(this::configuredName).orElse("tenon.sid"),
                    options.path().or(this::configuredPath).orElseGet(this::contextPath),
                    options.domain().or(() -> named(config.getDomain()).map(CookieRules::domain)),
                    options.untilClosed() ? Optional.empty() : options.maxAge().or(this::configuredAge),
                    options.secure().or(() -> Optional.of(true).filter(on -> config.isSecure())),
                    options.httpOnly()
                            .or(() -> configured("HttpOnly").map(Boolean::valueOf))
                            .orElse(true),
                    options.sameSite()
                            .or(() -> configured("SameSite").map(Resolution::sameSite))
                            .orElse(SameSite.LAX),
                    options.partitioned()
                            .or(() -> configured("Partitioned").map(Resolution::isOn))
                            .orElse(false),
                    others());
        }

        /** Servers name it JSESSIONID where nobody named it; under that name it would fight with the container's own. */
        private Optional<String> configuredName() {
            return Optional.ofNullable(config.getName())
                    .filter(name -> !name.equals("JSESSIONID"))
                    .map(CookieRules::name);
        }

        private static Optional<String> named(String value) {
            return Optional.ofNullable(value).filter(text -> !text.isEmpty());
        }

        /** Open Liberty 26.0.0.3 says no domain and {@code /} where nobody named them: all its applications would share one cookie. */
        private Optional<String> configuredPath() {
            boolean isLibertysDefault = "".equals(config.getDomain()) && "/".equals(config.getPath());
            return named(config.getPath()).filter(path -> !isLibertysDefault).map(CookieRules::path);
        }

        private Optional<Duration> configuredAge() {
            return Optional.of(config.getMaxAge()).filter(age -> age > 0).map(Duration::ofSeconds);
        }

        /** TomEE 9.0.0 is of Servlet 5.0, where a cookie has no attributes. */
        private Optional<String> configured(String attribute) {
            try {
                return Optional.ofNullable(config.getAttribute(attribute));
            } catch (NoSuchMethodError e) {
                return Optional.empty();
            }
        }

        private static SameSite sameSite(String value) {
            try {
                return SameSite.valueOf(value.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("SameSite: '" + value + "' is none of Strict, Lax, None", e);
            }
        }

        /** A name that stands alone is on. */
        private static boolean isOn(String value) {
            return !value.equalsIgnoreCase("false");
        }

        /** Payara 6.2025.10 throws as long as nobody set one; TomEE 9.0.0 has none. */
        private Map<String, String> configured() {
            try {
                return config.getAttributes();
            } catch (NullPointerException | NoSuchMethodError e) {
                return Map.of();
            }
        }

        /** Jetty 12.1.12 has names of its own without a value among them. */
        private Map<String, String> others() {
            Map<String, String> others = new LinkedHashMap<>();
            configured().forEach((name, value) -> {
                if (value != null && !KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
                    others.put(CookieRules.attribute(name), CookieRules.attributeValue(value));
                }
            });
            others.putAll(options.attributes());
            return others;
        }

        private String contextPath() {
            String path = context.getContextPath();
            return path.isEmpty() ? "/" : encoded(path);
        }

        /** As a browser writes it in the first line of its request, and compares it (RFC 6265, section 5.1.4). */
        private static String encoded(String path) {
            StringBuilder encoded = new StringBuilder();
            for (byte b : path.getBytes(UTF_8)) {
                if (b > ' ' && b < 0x7f && ";,\"".indexOf(b) < 0) {
                    encoded.append((char) b);
                } else {
                    encoded.append(String.format("%%%02X", b));
                }
            }
            return encoded.toString();
        }
    }
}
