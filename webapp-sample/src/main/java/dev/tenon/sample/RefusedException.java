package dev.tenon.sample;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/** Somebody asked the desk for what is not theirs, or wrote what is no message. Over HTTP Tenon answers it with status 403. */
final class RefusedException extends TenonException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(HttpProblem.of(403, "Forbidden", message), null);
    }
}
