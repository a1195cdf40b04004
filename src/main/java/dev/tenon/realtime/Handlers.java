package dev.tenon.realtime;

/** Handlers of events whose arguments have Java types; see {@link SocketEvents#on(String, Class, One)}. */
public final class Handlers {
    private Handlers() {}

    /** Is given one value. */
    @FunctionalInterface
    public interface One<A> {
        /** Handles the event. */
        void on(A a);
    }

    /** Is given two values. */
    @FunctionalInterface
    public interface Two<A, B> {
        /** Handles the event. */
        void on(A a, B b);
    }

    /** Is given three values. */
    @FunctionalInterface
    public interface Three<A, B, C> {
        /** Handles the event. */
        void on(A a, B b, C c);
    }

    /** Is given four values. */
    @FunctionalInterface
    public interface Four<A, B, C, D> {
        /** Handles the event. */
        void on(A a, B b, C c, D d);
    }

    /** Is given five values. */
    @FunctionalInterface
    public interface Five<A, B, C, D, E> {
        /** Handles the event. */
        void on(A a, B b, C c, D d, E e);
    }
}
