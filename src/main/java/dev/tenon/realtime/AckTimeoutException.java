package dev.tenon.realtime;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** Not everybody answered in time. */
public final class AckTimeoutException extends TimeoutException {
    private static final long serialVersionUID = 1L;

    private final transient List<Args> answers;

    AckTimeoutException(List<Args> answers) {
        super("the operation has timed out");
        this.answers = List.copyOf(answers);
    }

    /** Returns the answers that came in time, in the order in which they came; empty after serialization. */
    public List<Args> answers() {
        return answers == null ? List.of() : answers;
    }
}
