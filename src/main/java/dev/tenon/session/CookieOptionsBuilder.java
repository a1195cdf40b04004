package dev.tenon.session;

import dev.tenon.kernel.Durations;
import dev.tenon.session.SessionOptions.SameSite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Collects what {@link SessionOptions.Builder} is told about the cookie. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class CookieOptionsBuilder<B extends CookieOptionsBuilder<B>> {
    String key;
    Duration maxAge;
    boolean untilClosed;
    boolean rolling;
    boolean renew;
    Boolean httpOnly;
    Boolean secure;
    SameSite sameSite;
    Boolean partitioned;
    boolean overwrite = true;
    boolean signed;
    List<String> keys = List.of();
    String path;
    String domain;
    Map<String, String> attributes = Map.of();

    CookieOptionsBuilder() {}

    abstract B self();

    static Duration atLeastASecond(String option, Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(option + ": " + duration + " is less than a second");
        }
        return duration;
    }

    /**
     * Sets the name of the cookie: any that a browser takes, such as {@code kkb:sess}.
     *
     * @throws IllegalArgumentException if no browser would take it
     */
    public B key(String name) {
        key = CookieRules.name(name);
        return self();
    }

    /**
     * Sets how long the browser keeps the cookie, and how long a session lives without being used. Without it the cookie lives until the
     * browser is closed, the session as long as the application's {@code session-timeout} says.
     *
     * @throws IllegalArgumentException if it is less than a second
     */
    public B maxAge(Duration duration) {
        maxAge = atLeastASecond("maxAge", duration);
        untilClosed = false;
        return self();
    }

    /**
     * Sets the same as a text: a duration such as {@code 7d}, or {@code session} for a cookie that lives until the browser is closed, whatever
     * {@code web.xml} says. The session then lives as long as its {@code session-timeout} says.
     *
     * @throws IllegalArgumentException if it is neither, or less than a second
     */
    public B maxAge(String text) {
        if (!text.equalsIgnoreCase("session")) {
            return maxAge(parsed(text));
        }
        maxAge = null;
        untilClosed = true;
        return self();
    }

    private static Duration parsed(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("maxAge: " + e.getMessage() + ", and not session", e);
        }
    }

    /** Sets whether the cookie is sent with every answer to a request that used the session, so that {@code maxAge} starts again. */
    public B rolling(boolean on) {
        rolling = on;
        return self();
    }

    /**
     * Sets whether the cookie is sent again, so that {@code maxAge} starts again, once less than half of it remains. Says nothing without
     * {@code maxAge}.
     */
    public B renew(boolean on) {
        renew = on;
        return self();
    }

    /** Sets whether scripts are kept from the cookie. */
    public B httpOnly(boolean on) {
        httpOnly = on;
        return self();
    }

    /** Sets whether the cookie travels over TLS only, whatever the request came over. */
    public B secure(boolean on) {
        secure = on;
        return self();
    }

    /** Sets which requests of other sites carry the cookie. */
    public B sameSite(SameSite which) {
        sameSite = which;
        return self();
    }

    /** Sets whether each site that embeds this one gets a cookie of its own (CHIPS); needs {@code secure} and {@link SameSite#NONE}. */
    public B partitioned(boolean on) {
        partitioned = on;
        return self();
    }

    /** Sets whether the cookie takes the place of one with the same name in the same answer, as after a change of id; else both are sent. */
    public B overwrite(boolean on) {
        overwrite = on;
        return self();
    }

    /**
     * Sets whether a second cookie, called as the first with {@code .sig} behind, proves that this application made the first; without that
     * proof an id counts as none. Ids are too long to guess already: this spares the database the question. Needs {@link #keys}.
     */
    public B signed(boolean on) {
        signed = on;
        return self();
    }

    /**
     * Sets the secrets that sign: the first signs, and what any of them signed is believed.
     *
     * @throws IllegalArgumentException if one is shorter than 16 characters
     */
    public B keys(String... secrets) {
        keys = Stream.of(secrets).map(Signature::secret).toList();
        return self();
    }

    /**
     * Sets the path below which the browser shows the cookie.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or holds what ends an attribute of a cookie
     */
    public B path(String prefixOfPaths) {
        path = CookieRules.path(prefixOfPaths);
        return self();
    }

    /**
     * Sets the domain whose hosts are shown the cookie.
     *
     * @throws IllegalArgumentException if it is no name of a domain
     */
    public B domain(String name) {
        domain = CookieRules.domain(name);
        return self();
    }

    /**
     * Adds something else to the cookie, such as {@code Priority}.
     *
     * @param value empty for a name that stands alone
     * @throws IllegalArgumentException if it holds what ends an attribute of a cookie, or has an option of its own
     */
    public B attribute(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(CookieRules.attribute(name), CookieRules.attributeValue(value));
        attributes = more;
        return self();
    }
}
