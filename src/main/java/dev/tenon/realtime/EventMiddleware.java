package dev.tenon.realtime;

/** A step that every event of one socket passes before its handlers. */
@FunctionalInterface
public interface EventMiddleware {
    /**
     * Looks at the event, and says at once or later, from any thread, what follows. A {@link dev.tenon.kernel.TenonException} refuses the event with
     * its message; any other exception is logged, and refuses it without details.
     *
     * @param event with its name, {@link Args#event}
     * @param next called at most once; an event whose middleware never goes on is dropped
     */
    void handle(Args event, Next next);
}
