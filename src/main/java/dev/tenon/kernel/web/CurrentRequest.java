package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The request that a thread works for, as the session feature gives it to the application. No thread has one where that feature is off. */
public final class CurrentRequest {
    private static final Logger LOG = System.getLogger(CurrentRequest.class.getName());
    private static final ThreadLocal<CurrentRequest> CURRENT = new ThreadLocal<>();

    private final HttpServletRequest request;
    private final List<Runnable> last; // of the outermost dispatch, shared by those inside

    private CurrentRequest(HttpServletRequest request, List<Runnable> last) {
        this.request = request;
        this.last = last;
    }

    /** Returns the request of this thread; empty outside a request, and before and after Tenon's filter. */
    public static Optional<HttpServletRequest> get() {
        return Optional.ofNullable(CURRENT.get()).map(current -> current.request);
    }

    /** Sets the request of this thread until the result is ended, which brings back the one before: dispatches are nested. */
    public static Work begin(HttpServletRequest request) {
        CurrentRequest before = CURRENT.get();
        CurrentRequest current = new CurrentRequest(request, before == null ? new ArrayList<>(0) : before.last);
        CURRENT.set(current);
        return () -> current.end(before);
    }

    /**
     * Has something done when this thread ends its work for the request, after all that is nested in it: also where the request goes on in another thread
     * or with an error page. Not at all where it works for none.
     */
    public static void atEnd(Runnable task) {
        CurrentRequest current = CURRENT.get();
        if (current != null) {
            current.last.add(task);
        }
    }

    private void end(CurrentRequest before) {
        if (before == null) {
            List.copyOf(last).forEach(CurrentRequest::run); // what these add would have no end
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "TENON-K08 What was made for a request could not be given back", e);
        }
    }

    /** The time that a thread works for a request; ended by the same thread. */
    @FunctionalInterface
    public interface Work {
        /** Ends it. */
        void end();
    }
}
