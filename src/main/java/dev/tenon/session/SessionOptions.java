package dev.tenon.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How sessions and their cookie are; named as in koa-session where it has the option. Immutable.
 */
public final class SessionOptions {
    private final CookieOptions cookie;
    private final ExternalKey externalKey;
    private final String prefix;
    private final Function<HttpServletRequest, String> genid;
    private final BiPredicate<HttpServletRequest, HttpSession> valid;
    private final BiConsumer<HttpServletRequest, HttpSession> beforeSave;
    private final boolean autoCommit;
    private final boolean strictAccess;
    private final List<Consumer<SessionEvent>> events;
    private final List<EventListener> listeners;
    private final List<String> allow;
    private final int attributeSize;
    private final AttributeCodec codec;
    private final List<EncryptionKey> encryptionKeys;
    private final Duration checkExpirationInterval;

    private SessionOptions(Builder said) {
        cookie = new CookieOptions(said);
        externalKey = said.externalKey;
        prefix = said.prefix;
        genid = said.genid;
        valid = said.valid;
        beforeSave = said.beforeSave;
        autoCommit = said.autoCommit;
        strictAccess = said.strictAccess;
        events = said.events;
        listeners = said.listeners;
        allow = said.allow;
        attributeSize = said.attributeSize;
        codec = said.codec;
        encryptionKeys = said.encryptionKeys;
        checkExpirationInterval = said.checkExpirationInterval;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how the cookie is. */
    public CookieOptions cookie() {
        return cookie;
    }

    /** Returns how ids travel; empty, the default, for a cookie. */
    public Optional<ExternalKey> externalKey() {
        return Optional.ofNullable(externalKey);
    }

    /** Returns what every id begins with; nothing by default. */
    public String prefix() {
        return prefix;
    }

    /** Returns what makes ids; empty, the default, for 256 random bits. */
    public Optional<Function<HttpServletRequest, String>> genid() {
        return Optional.ofNullable(genid);
    }

    /** Returns what decides whether a request may have the session that it names; empty, the default, for yes. */
    public Optional<BiPredicate<HttpServletRequest, HttpSession>> valid() {
        return Optional.ofNullable(valid);
    }

    /** Returns what is called before a session is saved; empty by default. */
    public Optional<BiConsumer<HttpServletRequest, HttpSession>> beforeSave() {
        return Optional.ofNullable(beforeSave);
    }

    /** Returns whether a session is saved without being asked; true by default. */
    public boolean autoCommit() {
        return autoCommit;
    }

    /** Returns whether each request counts as an access to its session; false by default. */
    public boolean strictAccess() {
        return strictAccess;
    }

    /** What hears of events, in the order in which it was added. */
    List<Consumer<SessionEvent>> events() {
        return events;
    }

    /** The servlet listeners that were added, in that order. */
    List<EventListener> listeners() {
        return listeners;
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

    /** What encrypts attributes, the first, and decrypts them, all; empty for none. */
    List<EncryptionKey> encryptionKeys() {
        return encryptionKeys;
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
        /** All, where the cookie is {@link CookieOptionsBuilder#secure(boolean) secure}. */
        NONE
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder extends CookieOptionsBuilder<Builder> {
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

        @Override
        Builder self() {
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

        /**
         * Returns the options. Whether browsers take such a cookie is checked when the application starts, with what {@code web.xml} adds.
         *
         * @throws IllegalArgumentException if {@code signed} has no {@code keys}
         */
        public SessionOptions build() {
            return new SessionOptions(this);
        }
    }
}
