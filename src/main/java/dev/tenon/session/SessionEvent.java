package dev.tenon.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * What happened to a session, by koa-session's names.
 *
 * @param type what it was
 * @param session the session, open for as long as the listener is called; empty for one that was {@link Type#MISSED}
 * @param request the request in which it happened; empty for one that {@link Type#EXPIRED}, and outside a request
 */
public record SessionEvent(Type type, Optional<HttpSession> session, Optional<HttpServletRequest> request) {
    /** What can happen. */
    public enum Type {
        /** A request named a session that is not there: never, or no more. */
        MISSED,
        /** A request named a session that {@link SessionOptions#valid()} refused it. */
        INVALID,
        /** Nobody used a session for too long. Comes before {@link #DESTROYED}, some time after the moment. */
        EXPIRED,
        /** A session began. */
        CREATED,
        /** A session ends, by {@code invalidate()} or because it expired; its attributes are still there. Once over all servers. */
        DESTROYED
    }
}
