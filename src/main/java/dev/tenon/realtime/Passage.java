package dev.tenon.realtime;

import dev.tenon.kernel.TenonException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The way of a socket or an event through middleware, on the thread that brought it, and on whichever thread a step goes on. */
final class Passage implements Next {
    private static final Logger LOG = System.getLogger(Passage.class.getName());

    private final Gate gate;
    private final List<Consumer<Next>> rest;
    private final AtomicBoolean answered = new AtomicBoolean();

    private Passage(Gate gate, List<Consumer<Next>> steps) {
        this.gate = gate;
        this.rest = steps;
    }

    /** Asks the first step. */
    static void begin(Gate gate, List<Consumer<Next>> steps) {
        new Passage(gate, steps).proceed();
    }

    private void proceed() {
        if (rest.isEmpty()) {
            gate.pass();
            return;
        }
        Passage next = new Passage(gate, rest.subList(1, rest.size()));
        try {
            rest.get(0).accept(next);
        } catch (TenonException e) {
            next.refuse(e.getMessage(), e.problem().extensions());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "TENON-R02 A middleware failed: " + gate, e);
            next.refuse("Internal Server Error");
        }
    }

    @Override
    public void run() {
        if (answered.compareAndSet(false, true)) {
            proceed();
        }
    }

    @Override
    public void refuse(String message, Object data) {
        if (answered.compareAndSet(false, true)) {
            gate.refuse(message, data);
        }
    }

    /** Where the way ends; its text names it in the log. */
    interface Gate {
        /** All steps let it pass. */
        void pass();

        /**
         * A step refused it.
         *
         * @param data null for none
         */
        void refuse(String message, Object data);
    }
}
