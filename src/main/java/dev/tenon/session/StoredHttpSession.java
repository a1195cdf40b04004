package dev.tenon.session;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The session as the application has it in one request (Jakarta Servlet 6.0, chapter 7). Two requests have two of these, each with values of
 * its own; what each changed is saved by itself.
 */
final class StoredHttpSession implements HttpSession {
    private final Sessions sessions;
    private final SessionCopy copy;
    private final boolean isNew;
    private final BindingEvents events = new BindingEvents(this);
    private volatile boolean valid = true;

    StoredHttpSession(Sessions sessions, SessionCopy copy, boolean isNew) {
        this.sessions = sessions;
        this.copy = copy;
        this.isNew = isNew;
    }

    boolean isValid() {
        return valid;
    }

    SessionCopy copy() {
        return copy;
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
        Object old = getAttribute(checkAttribute(name, value));
        if (old == value) {
            return;
        }
        events.bound(name, value);
        copy.attributes().set(name, value);
        events.unbound(name, old);
    }

    private String checkAttribute(String name, Object value) {
        Objects.requireNonNull(name, "a session attribute needs a name");
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
            events.unbound(name, old);
        }
    }

    @Override
    public void invalidate() {
        checkValid();
        Map<String, Object> values = values();
        boolean ended = copy.remove();
        valid = false;
        values.forEach(events::unbound);
        if (ended) {
            sessions.tellEnd(copy.ref());
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (String name : copy.attributes().names()) {
            values.put(name, copy.attributes().get(name));
        }
        return values;
    }

    private void checkValid() {
        if (!valid) {
            throw new IllegalStateException("the session has been invalidated");
        }
    }
}
