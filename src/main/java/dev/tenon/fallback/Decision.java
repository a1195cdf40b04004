package dev.tenon.fallback;

/**
 * What becomes of a request.
 *
 * @param outcome what is done
 * @param target the page; null unless it is given
 * @param reason why not, in words that follow "because"; null if the page is given
 */
record Decision(Outcome outcome, String target, String reason) {
    enum Outcome {
        /** The page is given. */
        PAGE,

        /** Nothing is there, and the client is told so. */
        MISSING,

        /** Whoever serves files goes on. */
        STATIC,

        /** None of the fallback's business. */
        PASS
    }

    static Decision page(String target) {
        return new Decision(Outcome.PAGE, target, null);
    }

    static Decision missing(String reason) {
        return new Decision(Outcome.MISSING, null, reason);
    }

    static Decision file(String reason) {
        return new Decision(Outcome.STATIC, null, reason);
    }

    static Decision pass(String reason) {
        return new Decision(Outcome.PASS, null, reason);
    }

    /** Returns the line that the reference logs. */
    String line(Navigation request) {
        String what = request.method() + " " + request.url();
        return outcome == Outcome.PAGE
                ? "Rewriting " + what + " to " + target
                : "Not rewriting " + what + " because " + reason;
    }
}
