package dev.tenon.realtime;

import dev.tenon.kernel.TenonException;

/** Hears of an event that was refused. */
@FunctionalInterface
public interface ErrorListener {
    /**
     * Hears the refusal.
     *
     * @param error a {@link RefusedException} of a middleware, an {@link ArgumentException}, or what a handler threw, such as a {@code
     *     ValidationException}
     * @param event what was refused; its ack may still be sent
     */
    void on(TenonException error, Args event);
}
