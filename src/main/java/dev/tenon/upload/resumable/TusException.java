package dev.tenon.upload.resumable;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.util.Map;

/** Refuses a request of the tus protocol. */
final class TusException extends TenonException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> headers;

    TusException(int status, String title, String detail) {
        this(HttpProblem.of(status, title, detail), Map.of(), null);
    }

    private TusException(HttpProblem problem, Map<String, String> headers, Throwable cause) {
        super(problem, cause);
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
        return new TusException(problem, Map.of("Tus-Version", TusRequest.VERSION), null);
    }

    static TusException unknownMethod() {
        HttpProblem problem = HttpProblem.of(405, "This is no method of tus", null);
        return new TusException(problem, Map.of("Allow", "OPTIONS, POST, HEAD, PATCH, DELETE"), null);
    }

    static TusException atAnotherOffset(long actual) {
        return atAnotherOffset("The upload is at another offset", actual, null);
    }

    /** A client that hears of it asks where to go on: tus-js-client 4 gives an upload up after any other 4xx but 423. */
    static TusException brokeOff(long actual, Throwable cause) {
        return atAnotherOffset("The upload broke off", actual, cause);
    }

    private static TusException atAnotherOffset(String title, long actual, Throwable cause) {
        HttpProblem problem = HttpProblem.of(409, title, "It has " + actual + " bytes.");
        return new TusException(problem, Map.of("Upload-Offset", String.valueOf(actual)), cause);
    }

    /** Returns the headers of the answer. */
    Map<String, String> headers() {
        return headers;
    }
}
