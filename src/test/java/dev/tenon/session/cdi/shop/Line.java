package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.atomic.AtomicInteger;

/** Something of which there are few, as connections are: whoever has one gives it back. */
public final class Line {
    /** How many there are just now. */
    public static final AtomicInteger OPEN = new AtomicInteger();

    /** How many were given back. */
    public static final AtomicInteger CLOSED = new AtomicInteger();

    private boolean open = true;

    private Line() {}

    boolean isOpen() {
        return open;
    }

    /** Where they come from. */
    @ApplicationScoped
    public static class Exchange {
        @Produces
        @Dependent
        Line connect() {
            OPEN.incrementAndGet();
            return new Line();
        }

        void hangUp(@Disposes Line line) {
            line.open = false;
            OPEN.decrementAndGet();
            CLOSED.incrementAndGet();
        }
    }
}
