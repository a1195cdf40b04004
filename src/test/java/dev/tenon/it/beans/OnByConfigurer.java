package dev.tenon.it.beans;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;

/** Switches sessions on where CDI cannot see it. */
public final class OnByConfigurer implements TenonConfigurer {
    @Override
    public void configure(TenonSetup setup) {
        setup.session(session -> session.key("shop"));
    }
}
