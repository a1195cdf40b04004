package dev.tenon.fallback;

/** Immutable. */
public final class FallbackOptions {
    private FallbackOptions() {}

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        Builder() {}

        /** Returns the options. */
        public FallbackOptions build() {
            return new FallbackOptions();
        }
    }
}
