package dev.tenon.validation.cdi;

import jakarta.validation.constraints.NotNull;

/**
 * A bean with one constrained method: whoever calls it with null learns whether this container validates the methods of its beans. Providers
 * do it by an interceptor of their own, of which no standard look-up tells.
 */
public class Probe {
    /** Does nothing. The container may refuse null. */
    public void accept(@NotNull Object value) {}
}
