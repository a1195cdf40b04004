package dev.tenon.realtime;

/** Immutable. */
public final class RealtimeOptions {
    private RealtimeOptions() {}

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        Builder() {}

        /** Returns the options. */
        public RealtimeOptions build() {
            return new RealtimeOptions();
        }
    }
}
