package dev.tenon.realtime;

import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.http.HttpSession;
import java.util.function.Consumer;

/** The HTTP session that a socket belongs to. It is not held open: each piece of work opens it like a short request. Thread-safe. */
public final class SocketSession {
    private final SessionRef ref;
    private final SessionAccess sessions;

    SocketSession(SessionRef ref, SessionAccess sessions) {
        this.ref = ref;
        this.sessions = sessions;
    }

    /**
     * Returns the public alias of the session, which is also the room of all its sockets. It may be shown to other clients, survives {@code
     * changeSessionId}, and opens nothing. It is never the session's own id.
     */
    public String id() {
        return ref.alias();
    }

    /** Returns whether it has not ended. */
    boolean exists() {
        return sessions.exists(ref);
    }

    /**
     * Opens the session for a short piece of work and keeps what the work changed. The {@link HttpSession} is of no use afterwards.
     *
     * @return false, without running the work, if the session has ended
     */
    public boolean access(Consumer<HttpSession> work) {
        return sessions.access(ref, work);
    }
}
