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

/**
 * How sessions and their cookie are; named as in koa-session where it has the option. Immutable.
 */
public final class SessionOptions {
    private final CookieOptions cookie;
    private final AttributeOptions attributes;
    private final ExternalKey externalKey;
    private final String prefix;
    private final Function<HttpServletRequest, String> genid;
    private final BiPredicate<HttpServletRequest, HttpSession> valid;
    private final BiConsumer<HttpServletRequest, HttpSession> beforeSave;
    private final boolean autoCommit;
    private final boolean strictAccess;
    private final List<Consumer<SessionEvent>> events;
    private final List<EventListener> listeners;
    private final Duration checkExpirationInterval;

    private SessionOptions(Builder said) {
        cookie = new CookieOptions(said);
        attributes = new AttributeOptions(said);
        externalKey = said.externalKey;
        prefix = said.prefix;
        genid = said.genid;
        valid = said.valid;
        beforeSave = said.beforeSave;
        autoCommit = said.autoCommit;
        strictAccess = said.strictAccess;
        events = said.events;
        listeners = said.listeners;
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

    /** Returns what attributes may be, and how they are kept. */
    public AttributeOptions attributes() {
        return attributes;
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
    public static final class Builder extends AttributeOptionsBuilder<Builder> {
        private ExternalKey externalKey;
        private String prefix = "";
        private Function<HttpServletRequest, String> genid;
        private BiPredicate<HttpServletRequest, HttpSession> valid;
        private BiConsumer<HttpServletRequest, HttpSession> beforeSave;
        private boolean autoCommit = true;
        private boolean strictAccess;
        private List<Consumer<SessionEvent>> events = List.of();
        private List<EventListener> listeners = List.of();
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
