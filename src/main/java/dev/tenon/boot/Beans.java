package dev.tenon.boot;

import dev.tenon.cdi.CdiLookup;
import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Classes;
import dev.tenon.kernel.web.Feature;
import dev.tenon.realtime.cdi.EventMethodsFeature;
import java.util.Optional;

/** What depends on whether there are beans. */
final class Beans {
    private Beans() {}

    static BeanLookup lookup() {
        return Classes.has("jakarta.enterprise.inject.spi.CDI") ? cdi() : BeanLookup.NONE;
    }

    private static BeanLookup cdi() {
        return new CdiLookup();
    }

    /** Returns what gives the methods of beans to realtime; empty where there are no beans. */
    static Optional<Feature> eventMethods() {
        return Classes.has("jakarta.enterprise.inject.spi.CDI") ? Optional.of(methods()) : Optional.empty();
    }

    private static Feature methods() {
        return new EventMethodsFeature();
    }
}
