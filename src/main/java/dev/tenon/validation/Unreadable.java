package dev.tenon.validation;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/** The answers to a request of which no field can be judged. */
final class Unreadable {
    private Unreadable() {}

    static TenonException malformed(String detail, Throwable cause) {
        return new TenonException(HttpProblem.of(400, "Bad Request", detail), cause);
    }

    static TenonException tooLarge(int limit) {
        return new TenonException(
                HttpProblem.of(413, "Content Too Large", "the body has more than " + limit + " bytes"), null);
    }
}
