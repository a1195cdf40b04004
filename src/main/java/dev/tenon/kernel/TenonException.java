package dev.tenon.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What Tenon throws when it refuses what a client sent. It carries the answer that the client gets, unless the application catches it:
 * Tenon's filter and its Jakarta REST mapper write {@link #problem()} as RFC 9457 asks.
 */
public class TenonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Causes of careless applications go in a circle. */
    private static final int DEEPEST_CAUSE = 50;

    private final transient HttpProblem problem;

    /**
     * Sets the answer; its detail, or else its title, becomes the message.
     *
     * @param cause what led to it; may be null
     */
    public TenonException(HttpProblem problem, Throwable cause) {
        super(problem.detail() == null ? problem.title() : problem.detail(), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    /** Returns the refusal that was thrown, or that is the cause of what was thrown: EJB containers, stages and tasks wrap it; empty when it is another failure. */
    public static Optional<TenonException> in(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof TenonException refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * Returns the answer in a language that the client reads, where there are several; otherwise {@link #problem()}.
     *
     * @param languages the best first; may be empty
     */
    public HttpProblem problem(List<Locale> languages) {
        return problem();
    }

    /** Returns the answer for the client; after deserialization a plain 500. */
    public final HttpProblem problem() {
        return problem == null ? HttpProblem.of(500, "Internal Server Error", null) : problem;
    }
}
