package dev.tenon.upload;

import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes each session has uploaded, by its alias, which stays when its id changes; until it ends. Thread-safe. */
final class Quotas {
    private final ConcurrentMap<String, AtomicLong> used = new ConcurrentHashMap<>();
    private final SessionAccess sessions;

    Quotas(SessionAccess sessions) {
        this.sessions = sessions;
    }

    /**
     * Returns the share of the session that the request belongs to; one that belongs to none begins one.
     *
     * @param limit {@link Long#MAX_VALUE} for none: then nothing is counted
     * @throws IllegalStateException if there is a limit, and Tenon has not started with the application
     */
    static QuotaShare of(HttpServletRequest request, long limit) {
        return limit == Long.MAX_VALUE
                ? QuotaShare.UNLIMITED
                : in(request.getServletContext()).share(request, limit);
    }

    /** Returns a share of the session with this alias, as {@link #of(HttpServletRequest, long)} does; of none where that is empty. */
    static QuotaShare of(ServletContext context, String alias, long limit) {
        return limit == Long.MAX_VALUE || alias.isEmpty()
                ? QuotaShare.UNLIMITED
                : in(context).share(alias, limit);
    }

    private static Quotas in(ServletContext context) {
        Object published = context.getAttribute(Quotas.class.getName());
        if (published == null) {
            throw new IllegalStateException("sessionQuota needs Tenon to have started with the application");
        }
        return (Quotas) published;
    }

    private QuotaShare share(HttpServletRequest request, long limit) {
        String alias =
                sessions.find(request).map(SessionRef::alias).orElseGet(() -> sessions.alias(request.getSession()));
        return share(alias, limit);
    }

    private QuotaShare share(String alias, long limit) {
        return new QuotaShare(used.computeIfAbsent(alias, key -> new AtomicLong()), limit);
    }

    /** Forgets a session that has ended. */
    void end(SessionRef session) {
        used.remove(session.alias());
    }
}
