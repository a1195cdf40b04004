package dev.tenon.upload.resumable;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/** Refuses a request of the tus protocol. */
final class TusException extends TenonException {
    private static final long serialVersionUID = 1L;

    TusException(int status, String title, String detail) {
        super(HttpProblem.of(status, title, detail), null);
    }

    static TusException badRequest(String detail) {
        return new TusException(400, "The request breaks the tus protocol", detail);
    }

    static TusException unknown() {
        return new TusException(404, "There is no such upload", null);
    }
}
