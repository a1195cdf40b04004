package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The request that a thread works for, as the session feature gives it to the application. No thread has one where that feature is off. */
public final class CurrentRequest {
    private static final ThreadLocal<HttpServletRequest> CURRENT = new ThreadLocal<>();

    private CurrentRequest() {}

    /** Returns the request of this thread; empty outside a request, and before and after Tenon's filter. */
    public static Optional<HttpServletRequest> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Sets the request of this thread until the result is ended, which brings back the one before: dispatches are nested. */
    public static Work begin(HttpServletRequest request) {
        HttpServletRequest before = CURRENT.get();
        CURRENT.set(request);
        return () -> end(before);
    }

    private static void end(HttpServletRequest before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** The time that a thread works for a request; ended by the same thread. */
    @FunctionalInterface
    public interface Work {
        /** Ends it. */
        void end();
    }
}
