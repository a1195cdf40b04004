package dev.tenon.realtime.web;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which pages of other origins may speak to the server (Fetch standard, section 3.3); none by default. Immutable. */
public final class CorsOptions {
    /** Stands for every origin. */
    public static final String ANY = "*";

    private final Set<String> origins;
    private final boolean credentials;
    private final List<String> methods;
    private final List<String> headers;
    private final Duration maxAge;

    private CorsOptions(
            Set<String> origins, boolean credentials, List<String> methods, List<String> headers, Duration maxAge) {
        this.origins = origins;
        this.credentials = credentials;
        this.methods = methods;
        this.headers = headers;
        this.maxAge = maxAge;
    }

    /**
     * Returns the options that allow some origins.
     *
     * @param origins such as {@code https://example.com}, as browsers write them, or {@value #ANY}; empty for none
     * @param credentials whether their pages may send cookies; not together with {@value #ANY}
     * @throws IllegalArgumentException if an origin is none, or every origin may send cookies
     */
    public static CorsOptions of(Collection<String> origins, boolean credentials) {
        Set<String> allowed = Set.copyOf(origins);
        allowed.forEach(CorsOptions::checkOrigin);
        if (credentials && allowed.contains(ANY)) {
            throw new IllegalArgumentException("cors: credentials are not allowed for every origin; name the origins");
        }
        return new CorsOptions(allowed, credentials, List.of("GET", "POST"), List.of(), Duration.ZERO);
    }

    /**
     * Returns these options with another answer to preflights.
     *
     * @param methods that a page may use
     * @param headers that a page may send; empty for whatever it asks for
     * @param maxAge how long the browser may keep the answer; zero leaves that to the browser
     */
    CorsOptions preflight(List<String> methods, List<String> headers, Duration maxAge) {
        return new CorsOptions(origins, credentials, methods, headers, maxAge);
    }

    /**
     * Returns the words.
     *
     * @throws IllegalArgumentException if one is no token (RFC 9110, section 5.6.2)
     */
    static List<String> tokens(String option, List<String> words) {
        for (String word : words) {
            if (!word.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new IllegalArgumentException(option + " must be words of HTTP, not '" + word + "'");
            }
        }
        return List.copyOf(words);
    }

    private static void checkOrigin(String origin) {
        if (!origin.equals(ANY) && !isOrigin(origin)) {
            throw new IllegalArgumentException("cors: '" + origin + "' is no origin such as https://example.com");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    boolean isOff() {
        return origins.isEmpty();
    }

    boolean allowsAny() {
        return origins.contains(ANY);
    }

    boolean allows(String origin) {
        return allowsAny() || origins.contains(origin);
    }

    boolean credentials() {
        return credentials;
    }

    List<String> methods() {
        return methods;
    }

    List<String> headers() {
        return headers;
    }

    Duration maxAge() {
        return maxAge;
    }
}
