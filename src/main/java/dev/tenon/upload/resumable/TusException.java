package dev.tenon.upload.resumable;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.util.Map;

/** Refuses a request of the tus protocol. */
final class TusException extends TenonException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> headers;

    TusException(int status, String title, String detail) {
        this(HttpProblem.of(status, title, detail), Map.of());
    }

    private TusException(HttpProblem problem, Map<String, String> headers) {
        super(problem, null);
        this.headers = headers;
    }

    static TusException badRequest(String detail) {
        return new TusException(400, "The request breaks the tus protocol", detail);
    }

    static TusException unknown() {
        return new TusException(404, "There is no such upload", null);
    }

    static TusException ofAnotherVersion() {
        HttpProblem problem = HttpProblem.of(
                412, "This is tus " + TusRequest.VERSION, "Tus-Resumable says something else, or nothing.");
        return new TusException(problem, Map.of("Tus-Version", TusRequest.VERSION));
    }

    static TusException unknownMethod() {
        HttpProblem problem = HttpProblem.of(405, "This is no method of tus", null);
        return new TusException(problem, Map.of("Allow", "OPTIONS, POST, HEAD, PATCH, DELETE"));
    }

    static TusException atAnotherOffset(long actual) {
        HttpProblem problem = HttpProblem.of(409, "The upload is at another offset", "It has " + actual + " bytes.");
        return new TusException(problem, Map.of("Upload-Offset", String.valueOf(actual)));
    }

    /** Returns the headers of the answer. */
    Map<String, String> headers() {
        return headers;
    }
}
