package dev.tenon.session;

/** Immutable. */
public final class SessionOptions {
    private SessionOptions() {}

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        Builder() {}

        /** Returns the options. */
        public SessionOptions build() {
            return new SessionOptions();
        }
    }
}
