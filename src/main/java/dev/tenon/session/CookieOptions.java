package dev.tenon.session;

import dev.tenon.session.SessionOptions.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the cookie of sessions is; part of {@link SessionOptions}. What is not said is as {@code web.xml} or the application's
 * {@code SessionCookieConfig} says (Jakarta Servlet 6.0, section 7.1.1), and else the default. Immutable.
 */
public final class CookieOptions {
    private final String key;
    private final Duration maxAge;
    private final boolean untilClosed;
    private final boolean rolling;
    private final boolean renew;
    private final Boolean httpOnly;
    private final Boolean secure;
    private final SameSite sameSite;
    private final Boolean partitioned;
    private final boolean overwrite;
    private final boolean signed;
    private final List<String> keys;
    private final String path;
    private final String domain;
    private final Map<String, String> attributes;

    CookieOptions(CookieOptionsBuilder<?> said) {
        key = said.key;
        maxAge = said.maxAge;
        untilClosed = said.untilClosed;
        rolling = said.rolling;
        renew = said.renew;
        httpOnly = said.httpOnly;
        secure = said.secure;
        sameSite = said.sameSite;
        partitioned = said.partitioned;
        overwrite = said.overwrite;
        signed = said.signed;
        keys = said.keys;
        path = said.path;
        domain = said.domain;
        attributes = said.attributes;
        if (signed && keys.isEmpty()) {
            throw new IllegalArgumentException("signed: needs keys, the secrets that sign");
        }
    }

    /** Returns the name of the cookie; by default what {@code web.xml} calls it, or {@code tenon.sid}. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /** Returns how long the browser keeps the cookie, and an unused session lives; empty, the default, until the browser is closed. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** Whether {@code maxAge} was said to be "session", against what {@code web.xml} may say. */
    boolean untilClosed() {
        return untilClosed;
    }

    /** Returns whether the cookie is sent with every answer to a request that used the session; false by default. */
    public boolean rolling() {
        return rolling;
    }

    /** Returns whether the cookie is sent again in the second half of its life; false by default. */
    public boolean renew() {
        return renew;
    }

    /** Returns whether scripts are kept from the cookie; true by default. */
    public Optional<Boolean> httpOnly() {
        return Optional.ofNullable(httpOnly);
    }

    /** Returns whether the cookie travels over TLS only; by default when it came over TLS. */
    public Optional<Boolean> secure() {
        return Optional.ofNullable(secure);
    }

    /** Returns which requests of other sites carry the cookie; {@link SameSite#LAX} by default. */
    public Optional<SameSite> sameSite() {
        return Optional.ofNullable(sameSite);
    }

    /** Returns whether an embedding site has a cookie of its own; false by default. */
    public Optional<Boolean> partitioned() {
        return Optional.ofNullable(partitioned);
    }

    /** Returns whether the cookie takes the place of one with the same name in the same answer; true by default. */
    public boolean overwrite() {
        return overwrite;
    }

    /** Returns whether a second cookie proves that this application made the first; false by default. */
    public boolean signed() {
        return signed;
    }

    /** The secrets that sign, the newest first. */
    List<String> keys() {
        return keys;
    }

    /** Returns the path below which the browser shows the cookie; by default the application's context path. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** Returns the domain whose hosts are shown the cookie; by default this host alone. */
    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    /** Returns what the cookie has beyond that, such as {@code Priority=High}; nothing by default. */
    public Map<String, String> attributes() {
        return attributes;
    }
}
