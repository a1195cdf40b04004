package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The session as the application has it in one request (Jakarta Servlet 6.0, chapter 7). Two requests have two of these, each with values of
 * its own; what each changed is saved by itself.
 */
final class StoredHttpSession implements HttpSession {
    private static final String HANDLE = StoredSession.class.getName();
    private static final int MAX_NAME = 700; // what a key of InnoDB holds beside the row number

    private final Sessions sessions;
    private final SessionListeners listeners;
    private final SessionCopy copy;
    private final boolean isNew;
    private final BindingEvents events = new BindingEvents(this);
    private volatile boolean valid = true;
    private volatile boolean ending;
    private volatile SessionExchange exchange; // null outside a request

    StoredHttpSession(Sessions sessions, SessionCopy copy, boolean isNew) {
        this.sessions = sessions;
        this.listeners = sessions.listeners();
        this.copy = copy;
        this.isNew = isNew;
        copy.attributes().tell(new ActivationEvents(this));
    }

    boolean isValid() {
        return valid;
    }

    SessionCopy copy() {
        return copy;
    }

    /** The session is that of a request. */
    void joins(SessionExchange request) {
        exchange = request;
    }

    /** The request of which it is the session; empty outside a request. */
    Optional<HttpServletRequest> request() {
        return Optional.ofNullable(exchange).map(SessionExchange::request);
    }

    /** Saves what changed since it was saved last. */
    void save() {
        if (valid) {
            copy.save();
        }
    }

    @Override
    public String getId() {
        return copy.id();
    }

    @Override
    public ServletContext getServletContext() {
        return sessions.context();
    }

    @Override
    public boolean isNew() {
        checkValid();
        return isNew;
    }

    @Override
    public long getCreationTime() {
        checkValid();
        return copy.createdAt().toEpochMilli();
    }

    @Override
    public long getLastAccessedTime() {
        checkValid();
        return copy.accessedAt().toEpochMilli();
    }

    @Override
    public int getMaxInactiveInterval() {
        return (int) Math.min(copy.maxInactive().toSeconds(), Integer.MAX_VALUE);
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        copy.maxInactive(Duration.ofSeconds(seconds));
    }

    @Override
    public Object getAttribute(String name) {
        checkValid();
        if (SessionRef.ALIAS.equals(name)) {
            return copy.alias();
        }
        if (HANDLE.equals(name)) {
            return new SessionHandle(this, exchange); // passes every wrapper and proxy
        }
        return name == null ? null : copy.attributes().get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        checkValid();
        return Collections.enumeration(copy.attributes().names());
    }

    /** Tells a value that it is bound before others see it, and the old one that it is not after they stopped seeing it. */
    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        Object old = getAttribute(checked(name, value));
        if (old != value) {
            events.bound(name, value);
        }
        copy.attributes().set(name, value);
        if (old == null) {
            listeners.added(this, name, value);
        } else {
            replaced(name, old, value);
        }
    }

    /** The same object again may have changed inside, which is of no interest to itself. */
    private void replaced(String name, Object old, Object value) {
        if (old != value) {
            events.unbound(name, old);
        }
        listeners.replaced(this, name, old);
    }

    private String checked(String name, Object value) {
        if (name == null) {
            throw new IllegalArgumentException("a session attribute needs a name");
        }
        if (name.length() > MAX_NAME || name.getBytes(UTF_8).length > MAX_NAME) {
            throw new IllegalArgumentException("The name of a session attribute has more than " + MAX_NAME + " bytes: "
                    + name.substring(0, 40) + "...");
        }
        if (!copy.attributes().accepts(value)) {
            throw new IllegalArgumentException("The session attribute " + name + " cannot be stored: "
                    + value.getClass().getName() + " is not java.io.Serializable");
        }
        return name;
    }

    @Override
    public void removeAttribute(String name) {
        Object old = getAttribute(name);
        if (name != null) {
            copy.attributes().remove(name);
            if (old != null) {
                removed(name, old);
            }
        }
    }

    private void removed(String name, Object old) {
        events.unbound(name, old);
        listeners.removed(this, name, old);
    }

    /** Of several requests that end the session at once, one tells of it. */
    @Override
    public void invalidate() {
        checkValid();
        if (!ending) { // else a listener does what is being done
            end(copy.remove());
        }
    }

    /** Ends the session, which nobody used for so long that it is not in the store any more. */
    void expire() {
        listeners.expired(this);
        end(true);
    }

    /** Ends the session, which is not in the store any more; {@code tells} is false where another request told its listeners. */
    private void end(boolean tells) {
        ending = true;
        if (tells) {
            listeners.destroyed(this);
        }
        Map<String, Object> values = values();
        valid = false;
        if (tells) {
            values.forEach(this::removed);
            listeners.ended(this);
            sessions.tellEnd(copy.ref());
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (String name : copy.attributes().names()) {
            values.put(name, copy.attributes().get(name));
        }
        values.values().removeIf(Objects::isNull); // what cannot be read
        return values;
    }

    private void checkValid() {
        if (!valid) {
            throw new IllegalStateException("the session has been invalidated");
        }
    }
}
