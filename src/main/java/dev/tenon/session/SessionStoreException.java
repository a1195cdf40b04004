package dev.tenon.session;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/** Says that the storage of sessions does not answer. A request that needs its session is answered with 503 (RFC 9110, section 15.6.4). */
public final class SessionStoreException extends TenonException {
    private static final long serialVersionUID = 1L;

    /**
     * Sets what the storage said; the client is not told.
     *
     * @param cause may be null
     */
    public SessionStoreException(Throwable cause) {
        super(HttpProblem.of(503, "Service Unavailable", "Sessions cannot be reached now; try again later"), cause);
    }
}
