package dev.tenon.realtime;

import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sessions that are nothing but their aliases: work is given null. */
final class FakeSessions implements SessionAccess {
    private final Set<SessionRef> open = new HashSet<>();
    private boolean failing;

    SessionRef create(String alias) {
        SessionRef ref = new Ref(alias);
        open.add(ref);
        return ref;
    }

    @Override
    public Optional<SessionRef> find(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    void end(SessionRef ref) {
        open.remove(ref);
    }

    @Override
    public String alias(HttpSession session) {
        throw new UnsupportedOperationException();
    }

    /** Lets the store be away from now on. */
    void fail() {
        failing = true;
    }

    @Override
    public boolean exists(SessionRef session) {
        if (failing) {
            throw new IllegalStateException("the store is away");
        }
        return open.contains(session);
    }

    @Override
    public boolean access(SessionRef session, Consumer<HttpSession> work) {
        boolean found = open.contains(session);
        if (found) {
            work.accept(null);
        }
        return found;
    }

    @Override
    public AutoCloseable onEnd(Consumer<SessionRef> listener) {
        throw new UnsupportedOperationException();
    }

    private record Ref(String alias) implements SessionRef {}
}
