package dev.tenon.kernel.web;

import dev.tenon.kernel.Setting;
import java.util.List;

/** One of the things that Tenon gives an application. It starts with the application and leaves nothing behind. */
public interface Feature {
    /** Returns its name, which is the second part of its keys, such as {@code session}. */
    String name();

    /** Returns every key that it understands. */
    List<Setting<?>> settings();

    /**
     * Registers what the feature needs, if it is switched on: filters, servlets, ports. Called once, while the context initializes and
     * before any listener of the application; what it acquires is given to {@link WebApp#onStop}.
     *
     * @throws RuntimeException to stop the start of the application
     */
    void start(WebApp app);

    /**
     * Does what servers allow only in a context listener: the WebSocket container of Payara 6 and GlassFish is not there before. Called
     * once after {@link #start}.
     */
    default void contextInitialized(WebApp app) {}
}
