package dev.tenon.boot;

import dev.tenon.kernel.Tokens;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The container's own sessions, for an application whose session feature is off. Servlet 6.0 has no way to open one by id, so those with an alias are kept while they live. */
final class ContainerSessions implements SessionAccess, HttpSessionListener {
    private static final String ENDED = "dev.tenon.ended";

    private final Object making = new Object();
    private final Map<String, HttpSession> byAlias = new ConcurrentHashMap<>();
    private final List<Consumer<SessionRef>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Optional<SessionRef> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session == null ? Optional.empty() : ref(session);
        } catch (IllegalStateException ended) {
            return Optional.empty(); // by another request, a moment ago
        }
    }

    /** Looks for the end after it has kept the session, as the end is noted before it is forgotten: one of the two sees the other. */
    private Optional<SessionRef> ref(HttpSession session) {
        String alias = alias(session);
        byAlias.put(alias, session);
        if (isEnded(session)) {
            byAlias.remove(alias);
            return Optional.empty();
        }
        return Optional.of(new Ref(alias));
    }

    private static boolean isEnded(HttpSession session) {
        try {
            return session.getAttribute(ENDED) != null;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Override
    public String alias(HttpSession session) {
        Object alias = session.getAttribute(SessionRef.ALIAS);
        return alias == null ? newAlias(session) : (String) alias;
    }

    /**
     * The Servlet API has no way to set an attribute only if there is none, and a session no monitor that all its requests share: of two first
     * requests one would own uploads by an alias that is lost. Once per session, so one lock is enough for all. Under it runs what the container
     * does when it keeps an attribute, its listeners among it, and nothing else.
     */
    private String newAlias(HttpSession session) {
        synchronized (making) {
            Object alias = session.getAttribute(SessionRef.ALIAS);
            if (alias == null) {
                alias = Tokens.base64Url(16);
                session.setAttribute(SessionRef.ALIAS, alias);
            }
            return (String) alias;
        }
    }

    @Override
    public boolean exists(SessionRef session) {
        HttpSession open = byAlias.get(session.alias());
        return open != null && !isEnded(open);
    }

    @Override
    public boolean access(SessionRef session, Consumer<HttpSession> work) {
        HttpSession open = byAlias.get(session.alias());
        if (open == null) {
            return false;
        }
        work.accept(open);
        return true;
    }

    @Override
    public AutoCloseable onEnd(Consumer<SessionRef> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        if (session.getAttribute(SessionRef.ALIAS) instanceof String alias) {
            noteEnd(session);
            byAlias.remove(alias);
            listeners.forEach(listener -> listener.accept(new Ref(alias)));
        }
    }

    private static void noteEnd(HttpSession session) {
        try {
            session.setAttribute(ENDED, true);
        } catch (IllegalStateException noMoreUse) {
            // then it says so itself
        }
    }

    private record Ref(String alias) implements SessionRef {}
}
