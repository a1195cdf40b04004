package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/** An event that is refused because a client sent it with other arguments than its handler needs. The connection goes on. */
public final class ArgumentException extends TenonException {
    private static final long serialVersionUID = 1L;

    /** Sets what is wrong. */
    public ArgumentException(String message) {
        super(HttpProblem.of(400, "Bad Request", message), null);
    }
}
