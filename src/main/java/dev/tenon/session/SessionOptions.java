package dev.tenon.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How sessions and their cookie are; named as in koa-session where it has the option. Immutable. */
public final class SessionOptions {
    private final String key;
    private final Duration maxAge;
    private final boolean rolling;
    private final boolean httpOnly;
    private final Boolean secure;
    private final SameSite sameSite;
    private final String path;
    private final String domain;
    private final List<String> allow;
    private final int attributeSize;
    private final AttributeCodec codec;
    private final Duration checkExpirationInterval;

    private SessionOptions(Builder builder) {
        key = builder.key;
        maxAge = builder.maxAge;
        rolling = builder.rolling;
        httpOnly = builder.httpOnly;
        secure = builder.secure;
        sameSite = builder.sameSite;
        path = builder.path;
        domain = builder.domain;
        allow = builder.allow;
        attributeSize = builder.attributeSize;
        codec = builder.codec;
        checkExpirationInterval = builder.checkExpirationInterval;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the name of the cookie; {@code tenon.sid} by default. */
    public String key() {
        return key;
    }

    /** Returns how long the browser keeps the cookie; empty, the default, until it is closed. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** Returns whether the cookie is sent with every answer to a request that used the session; false by default. */
    public boolean rolling() {
        return rolling;
    }

    /** Returns whether scripts are kept from the cookie; true by default. */
    public boolean httpOnly() {
        return httpOnly;
    }

    /** Returns whether the cookie travels over TLS only; empty, the default, when it came over TLS. */
    public Optional<Boolean> secure() {
        return Optional.ofNullable(secure);
    }

    /** Returns which requests of other sites carry the cookie; {@link SameSite#LAX} by default. */
    public SameSite sameSite() {
        return sameSite;
    }

    /** Returns the path below which the browser shows the cookie; empty, the default, for the application's context path. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** Returns the domain whose hosts are shown the cookie; empty, the default, for this host alone. */
    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    /** Returns the classes that sessions may hold beyond those of the JDK and of {@code WEB-INF/classes}; none by default. */
    public List<String> allow() {
        return allow;
    }

    /** Returns how many bytes one encoded attribute may have; 4 MiB by default. */
    public int attributeSize() {
        return attributeSize;
    }

    /** Returns what encodes attributes; empty, the default, for Java serialization. */
    public Optional<AttributeCodec> codec() {
        return Optional.ofNullable(codec);
    }

    /** Returns how often expired sessions are looked for; once a minute by default. */
    public Duration checkExpirationInterval() {
        return checkExpirationInterval;
    }

    /** Which requests of other sites carry the cookie (RFC 6265bis, section 5.6.7). */
    public enum SameSite {
        /** None. */
        STRICT,
        /** Navigations to a page only. */
        LAX,
        /** All, where the cookie is {@link Builder#secure(boolean) secure}. */
        NONE
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private String key = "tenon.sid";
        private Duration maxAge;
        private boolean rolling;
        private boolean httpOnly = true;
        private Boolean secure;
        private SameSite sameSite = SameSite.LAX;
        private String path;
        private String domain;
        private List<String> allow = List.of();
        private int attributeSize = 4 << 20;
        private AttributeCodec codec;
        private Duration checkExpirationInterval = Duration.ofMinutes(1);

        Builder() {}

        /**
         * Sets the name of the cookie: any that a browser takes, such as {@code kkb:sess}.
         *
         * @throws IllegalArgumentException if no browser would take it
         */
        public Builder key(String name) {
            key = CookieRules.name(name);
            return this;
        }

        /**
         * Sets how long the browser keeps the cookie, and how long a session lives without being used. Without it the cookie lives until the
         * browser is closed, the session as long as the application's {@code session-timeout} says.
         *
         * @throws IllegalArgumentException if it is less than a second
         */
        public Builder maxAge(Duration duration) {
            maxAge = atLeastASecond("maxAge", duration);
            return this;
        }

        /** Sets whether the cookie is sent with every answer to a request that used the session, so that {@code maxAge} starts again. */
        public Builder rolling(boolean on) {
            rolling = on;
            return this;
        }

        /** Sets whether scripts are kept from the cookie. */
        public Builder httpOnly(boolean on) {
            httpOnly = on;
            return this;
        }

        /** Sets whether the cookie travels over TLS only, whatever the request came over. */
        public Builder secure(boolean on) {
            secure = on;
            return this;
        }

        /** Sets which requests of other sites carry the cookie. */
        public Builder sameSite(SameSite which) {
            sameSite = which;
            return this;
        }

        /**
         * Sets the path below which the browser shows the cookie.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or holds what ends an attribute of a cookie
         */
        public Builder path(String prefix) {
            path = CookieRules.path(prefix);
            return this;
        }

        /**
         * Sets the domain whose hosts are shown the cookie.
         *
         * @throws IllegalArgumentException if it is no name of a domain
         */
        public Builder domain(String name) {
            domain = CookieRules.domain(name);
            return this;
        }

        /**
         * Sets the classes that sessions may hold beyond value types and collections of the JDK and the classes under {@code WEB-INF/classes}.
         *
         * @param patterns full names such as {@code com.acme.Cart}, or packages with all below them such as {@code com.acme.*}
         * @throws IllegalArgumentException if one is neither
         */
        public Builder allow(String... patterns) {
            allow = Stream.of(patterns).map(AllowedClasses::pattern).toList();
            return this;
        }

        /**
         * Sets how many bytes one encoded attribute may have.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder attributeSize(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("attributeSize: " + bytes + " is less than 1");
            }
            attributeSize = bytes;
            return this;
        }

        /** Sets what encodes attributes, in place of Java serialization; {@link #allow} then says nothing. */
        public Builder codec(AttributeCodec attributeCodec) {
            codec = attributeCodec;
            return this;
        }

        /**
         * Sets how often expired sessions are looked for.
         *
         * @throws IllegalArgumentException if it is less than a second
         */
        public Builder checkExpirationInterval(Duration interval) {
            checkExpirationInterval = atLeastASecond("checkExpirationInterval", interval);
            return this;
        }

        private static Duration atLeastASecond(String option, Duration duration) {
            if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException(option + ": " + duration + " is less than a second");
            }
            return duration;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalArgumentException if browsers would drop such a cookie: {@code SameSite=None} or a name with {@code __Secure-} without
         *     {@code secure}, or one with {@code __Host-} without {@code secure} and the path {@code /}, or with a domain
         */
        public SessionOptions build() {
            SessionOptions options = new SessionOptions(this);
            CookieRules.check(options);
            return options;
        }
    }
}
