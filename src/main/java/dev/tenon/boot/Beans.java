package dev.tenon.boot;

import dev.tenon.cdi.CdiLookup;
import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Classes;

/** Chooses where beans are looked up. */
final class Beans {
    private Beans() {}

    static BeanLookup lookup() {
        return Classes.has("jakarta.enterprise.inject.spi.CDI") ? cdi() : BeanLookup.NONE;
    }

    private static BeanLookup cdi() {
        return new CdiLookup();
    }
}
