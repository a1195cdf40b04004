package dev.tenon.json;

/** A text that is no JSON (RFC 8259), or more of it than is allowed, or a value that has no JSON form. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Sets what is wrong.
     *
     * @param cause what led to it; may be null
     */
    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
