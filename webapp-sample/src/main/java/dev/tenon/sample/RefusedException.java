package dev.tenon.sample;

/** Somebody asked the desk for what is not theirs, or wrote what is no message. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
