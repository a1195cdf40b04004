package dev.tenon.session;

import dev.tenon.kernel.Durations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How sessions and their cookie are; named as in koa-session where it has the option. What is not said about the cookie is as {@code web.xml} or
 * the application's {@code SessionCookieConfig} says (Jakarta Servlet 6.0, section 7.1.1), and else the default. Immutable.
 */
public final class SessionOptions {
    private final Builder said;

    private SessionOptions(Builder said) {
        this.said = said;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the name of the cookie; by default what {@code web.xml} calls it, or {@code tenon.sid}. */
    public Optional<String> key() {
        return Optional.ofNullable(said.key);
    }

    /** Returns how long the browser keeps the cookie, and an unused session lives; empty, the default, until the browser is closed. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(said.maxAge);
    }

    /** Whether {@code maxAge} was said to be "session", against what {@code web.xml} may say. */
    boolean untilClosed() {
        return said.untilClosed;
    }

    /** Returns whether the cookie is sent with every answer to a request that used the session; false by default. */
    public boolean rolling() {
        return said.rolling;
    }

    /** Returns whether the cookie is sent again in the second half of its life; false by default. */
    public boolean renew() {
        return said.renew;
    }

    /** Returns whether scripts are kept from the cookie; true by default. */
    public Optional<Boolean> httpOnly() {
        return Optional.ofNullable(said.httpOnly);
    }

    /** Returns whether the cookie travels over TLS only; by default when it came over TLS. */
    public Optional<Boolean> secure() {
        return Optional.ofNullable(said.secure);
    }

    /** Returns which requests of other sites carry the cookie; {@link SameSite#LAX} by default. */
    public Optional<SameSite> sameSite() {
        return Optional.ofNullable(said.sameSite);
    }

    /** Returns whether an embedding site has a cookie of its own; false by default. */
    public Optional<Boolean> partitioned() {
        return Optional.ofNullable(said.partitioned);
    }

    /** Returns whether the cookie takes the place of one with the same name in the same answer; true by default. */
    public boolean overwrite() {
        return said.overwrite;
    }

    /** Returns whether a second cookie proves that this application made the first; false by default. */
    public boolean signed() {
        return said.signed;
    }

    /** The secrets that sign, the newest first. */
    List<String> keys() {
        return said.keys;
    }

    /** Returns the path below which the browser shows the cookie; by default the application's context path. */
    public Optional<String> path() {
        return Optional.ofNullable(said.path);
    }

    /** Returns the domain whose hosts are shown the cookie; by default this host alone. */
    public Optional<String> domain() {
        return Optional.ofNullable(said.domain);
    }

    /** Returns what the cookie has beyond that, such as {@code Priority=High}; nothing by default. */
    public Map<String, String> attributes() {
        return said.attributes;
    }

    /** Returns how ids travel; empty, the default, for a cookie. */
    public Optional<ExternalKey> externalKey() {
        return Optional.ofNullable(said.externalKey);
    }

    /** Returns what every id begins with; nothing by default. */
    public String prefix() {
        return said.prefix;
    }

    /** Returns what makes ids; empty, the default, for 256 random bits. */
    public Optional<Function<HttpServletRequest, String>> genid() {
        return Optional.ofNullable(said.genid);
    }

    /** Returns what decides whether a request may have the session that it names; empty, the default, for yes. */
    public Optional<BiPredicate<HttpServletRequest, HttpSession>> valid() {
        return Optional.ofNullable(said.valid);
    }

    /** Returns what is called before a session is saved; empty by default. */
    public Optional<BiConsumer<HttpServletRequest, HttpSession>> beforeSave() {
        return Optional.ofNullable(said.beforeSave);
    }

    /** Returns whether a session is saved without being asked; true by default. */
    public boolean autoCommit() {
        return said.autoCommit;
    }

    /** Returns whether each request counts as an access to its session; false by default. */
    public boolean strictAccess() {
        return said.strictAccess;
    }

    /** What hears of events, in the order in which it was added. */
    List<Consumer<SessionEvent>> events() {
        return said.events;
    }

    /** The servlet listeners that were added, in that order. */
    List<EventListener> listeners() {
        return said.listeners;
    }

    /** Returns the classes that sessions may hold beyond those of the JDK and of {@code WEB-INF/classes}; none by default. */
    public List<String> allow() {
        return said.allow;
    }

    /** Returns how many bytes one encoded attribute may have; 4 MiB by default. */
    public int attributeSize() {
        return said.attributeSize;
    }

    /** Returns what encodes attributes; empty, the default, for Java serialization. */
    public Optional<AttributeCodec> codec() {
        return Optional.ofNullable(said.codec);
    }

    /** What encrypts attributes, the first, and decrypts them, all; empty for none. */
    List<EncryptionKey> encryptionKeys() {
        return said.encryptionKeys;
    }

    /** Returns how often expired sessions are looked for; once a minute by default. */
    public Duration checkExpirationInterval() {
        return said.checkExpirationInterval;
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
        private String key;
        private Duration maxAge;
        private boolean untilClosed;
        private boolean rolling;
        private boolean renew;
        private Boolean httpOnly;
        private Boolean secure;
        private SameSite sameSite;
        private Boolean partitioned;
        private boolean overwrite = true;
        private boolean signed;
        private List<String> keys = List.of();
        private String path;
        private String domain;
        private Map<String, String> attributes = Map.of();
        private ExternalKey externalKey;
        private String prefix = "";
        private Function<HttpServletRequest, String> genid;
        private BiPredicate<HttpServletRequest, HttpSession> valid;
        private BiConsumer<HttpServletRequest, HttpSession> beforeSave;
        private boolean autoCommit = true;
        private boolean strictAccess;
        private List<Consumer<SessionEvent>> events = List.of();
        private List<EventListener> listeners = List.of();
        private List<String> allow = List.of();
        private int attributeSize = 4 << 20;
        private AttributeCodec codec;
        private List<EncryptionKey> encryptionKeys = List.of();
        private Duration checkExpirationInterval = Duration.ofMinutes(1);

        Builder() {}

        private Builder(Builder other) {
            key = other.key;
            maxAge = other.maxAge;
            untilClosed = other.untilClosed;
            rolling = other.rolling;
            renew = other.renew;
            httpOnly = other.httpOnly;
            secure = other.secure;
            sameSite = other.sameSite;
            partitioned = other.partitioned;
            overwrite = other.overwrite;
            signed = other.signed;
            keys = other.keys;
            path = other.path;
            domain = other.domain;
            attributes = other.attributes;
            externalKey = other.externalKey;
            prefix = other.prefix;
            genid = other.genid;
            valid = other.valid;
            beforeSave = other.beforeSave;
            autoCommit = other.autoCommit;
            strictAccess = other.strictAccess;
            events = other.events;
            listeners = other.listeners;
            allow = other.allow;
            attributeSize = other.attributeSize;
            codec = other.codec;
            encryptionKeys = other.encryptionKeys;
            checkExpirationInterval = other.checkExpirationInterval;
        }

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
            untilClosed = false;
            return this;
        }

        /**
         * Sets the same as a text: a duration such as {@code 7d}, or {@code session} for a cookie that lives until the browser is closed, whatever
         * {@code web.xml} says. The session then lives as long as its {@code session-timeout} says.
         *
         * @throws IllegalArgumentException if it is neither, or less than a second
         */
        public Builder maxAge(String text) {
            if (!text.equalsIgnoreCase("session")) {
                return maxAge(parsed(text));
            }
            maxAge = null;
            untilClosed = true;
            return this;
        }

        private static Duration parsed(String text) {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("maxAge: " + e.getMessage() + ", and not session", e);
            }
        }

        /** Sets whether the cookie is sent with every answer to a request that used the session, so that {@code maxAge} starts again. */
        public Builder rolling(boolean on) {
            rolling = on;
            return this;
        }

        /**
         * Sets whether the cookie is sent again, so that {@code maxAge} starts again, once less than half of it remains. Says nothing without
         * {@code maxAge}.
         */
        public Builder renew(boolean on) {
            renew = on;
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

        /** Sets whether each site that embeds this one gets a cookie of its own (CHIPS); needs {@code secure} and {@link SameSite#NONE}. */
        public Builder partitioned(boolean on) {
            partitioned = on;
            return this;
        }

        /** Sets whether the cookie takes the place of one with the same name in the same answer, as after a change of id; else both are sent. */
        public Builder overwrite(boolean on) {
            overwrite = on;
            return this;
        }

        /**
         * Sets whether a second cookie, called as the first with {@code .sig} behind, proves that this application made the first; without that
         * proof an id counts as none. Ids are too long to guess already: this spares the database the question. Needs {@link #keys}.
         */
        public Builder signed(boolean on) {
            signed = on;
            return this;
        }

        /**
         * Sets the secrets that sign: the first signs, and what any of them signed is believed.
         *
         * @throws IllegalArgumentException if one is shorter than 16 characters
         */
        public Builder keys(String... secrets) {
            keys = Stream.of(secrets).map(Signature::secret).toList();
            return this;
        }

        /**
         * Sets the path below which the browser shows the cookie.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or holds what ends an attribute of a cookie
         */
        public Builder path(String prefixOfPaths) {
            path = CookieRules.path(prefixOfPaths);
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
         * Adds something else to the cookie, such as {@code Priority}.
         *
         * @param value empty for a name that stands alone
         * @throws IllegalArgumentException if it holds what ends an attribute of a cookie, or has an option of its own
         */
        public Builder attribute(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(CookieRules.attribute(name), CookieRules.attributeValue(value));
            attributes = more;
            return this;
        }

        /** Sets how ids travel in place of a cookie: by a header, for clients that keep none. */
        public Builder externalKey(ExternalKey transport) {
            externalKey = transport;
            return this;
        }

        /**
         * Sets what every id begins with, for a proxy that chooses servers by it.
         *
         * @throws IllegalArgumentException if it has more than 64 characters, or others than letters, digits, {@code _ - . :}
         */
        public Builder prefix(String start) {
            prefix = SessionIds.prefix(start);
            return this;
        }

        /**
         * Sets what makes ids; {@link #prefix} then says nothing. An id is a secret: it must hold at least 128 bits that nobody can guess, and
         * never be the same twice. It has 16 to 200 visible ASCII characters without {@code ; , " \\}.
         */
        public Builder genid(Function<HttpServletRequest, String> maker) {
            genid = maker;
            return this;
        }

        /** Sets what decides whether a request may have the session that it names. One that it may not have stays as it is, for others. */
        public Builder valid(BiPredicate<HttpServletRequest, HttpSession> rule) {
            valid = rule;
            return this;
        }

        /** Sets what is called before a session is saved because something changed; what it changes is saved with it. */
        public Builder beforeSave(BiConsumer<HttpServletRequest, HttpSession> hook) {
            beforeSave = hook;
            return this;
        }

        /** Sets whether a session is saved, and its cookie sent, without being asked; else by {@link StoredSession#manuallyCommit()} alone. */
        public Builder autoCommit(boolean on) {
            autoCommit = on;
            return this;
        }

        /**
         * Sets whether each request that carries the id counts as an access, as the Servlet specification has it, also if it never asks for the
         * session, and to the millisecond. It costs an UPDATE for each such request; else access is written once a minute by those that ask.
         */
        public Builder strictAccess(boolean on) {
            strictAccess = on;
            return this;
        }

        /** Adds what hears of events; it is called in the thread in which they happen. */
        public Builder on(Consumer<SessionEvent> listener) {
            List<Consumer<SessionEvent>> more = new ArrayList<>(events);
            more.add(listener);
            events = more;
            return this;
        }

        /**
         * Adds an {@code HttpSessionListener}, {@code HttpSessionIdListener} or {@code HttpSessionAttributeListener} behind those that the application
         * declares. Listeners that code adds to the {@code ServletContext} hear of the container's own sessions only.
         */
        public Builder listener(EventListener listener) {
            List<EventListener> more = new ArrayList<>(listeners);
            more.add(listener);
            listeners = more;
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
         * Sets keys for AES-256-GCM, which encrypts what the codec made of each attribute. The first encrypts, all decrypt: add a new
         * one behind the old on every server, put it in front, and take the old one away when the sessions of its time are gone. What was stored without encryption, or with a key that is not among
         * them, is reported and left out.
         *
         * @param keys a name of letters, digits, - and _, a colon, and 32 bytes as Base64: {@code 2026:} and what
         *     {@code openssl rand -base64 32} prints
         * @throws IllegalArgumentException if there is none, one has another form, or two have one name; it does not show them
         */
        public Builder encryptionKeys(String... keys) {
            encryptionKeys = EncryptionKey.parse(keys);
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
         * Returns the options. Whether browsers take such a cookie is checked when the application starts, with what {@code web.xml} adds.
         *
         * @throws IllegalArgumentException if {@code signed} has no {@code keys}
         */
        public SessionOptions build() {
            if (signed && keys.isEmpty()) {
                throw new IllegalArgumentException("signed: needs keys, the secrets that sign");
            }
            return new SessionOptions(new Builder(this));
        }
    }
}
