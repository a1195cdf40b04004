package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/** An event that a middleware of its socket refused. The connection goes on. */
public final class RefusedException extends TenonException {
    private static final long serialVersionUID = 1L;

    private final transient Object data;

    /**
     * Sets why.
     *
     * @param data what the middleware said besides; null for nothing
     */
    public RefusedException(String message, Object data) {
        super(HttpProblem.of(400, "Bad Request", message), null);
        this.data = data;
    }

    /** Returns what the middleware said besides; null for nothing. */
    public Object data() {
        return data;
    }
}
