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
    private static final String ALIAS = "dev.tenon.alias";

    private final Map<String, HttpSession> byAlias = new ConcurrentHashMap<>();
    private final List<Consumer<SessionRef>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Optional<SessionRef> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(this::ref);
    }

    private SessionRef ref(HttpSession session) {
        Object alias = session.getAttribute(ALIAS);
        if (alias == null) {
            alias = Tokens.base64Url(16);
            session.setAttribute(ALIAS, alias);
        }
        byAlias.put((String) alias, session);
        return new Ref((String) alias);
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
        if (event.getSession().getAttribute(ALIAS) instanceof String alias) {
            byAlias.remove(alias);
            listeners.forEach(listener -> listener.accept(new Ref(alias)));
        }
    }

    private record Ref(String alias) implements SessionRef {}
}
