package dev.tenon;

/**
 * Configures Tenon in Java: what keys cannot say, such as a rule or a store of the application's own. An application has at most one
 * such class, public and with a public constructor without parameters; the container finds it by itself.
 */
@FunctionalInterface
public interface TenonConfigurer {
    /**
     * Sets up Tenon. Called once, before the application's first listener.
     *
     * @param setup filled from the keys already, so what is said here has the last word
     */
    void configure(TenonSetup setup);
}
