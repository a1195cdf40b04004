package dev.tenon.realtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs code of the application so that what it throws ends nothing but itself. */
final class Guard {
    private static final Logger LOG = System.getLogger(Guard.class.getName());

    private Guard() {}

    /**
     * Runs a handler.
     *
     * @param what names it in the log
     */
    static void run(String what, Runnable handler) {
        passes(what, handler);
    }

    /** Runs a handler, and returns whether it threw nothing. */
    static boolean passes(String what, Runnable handler) {
        try {
            handler.run();
            return true;
        } catch (ArgumentException e) {
            LOG.log(
                    Level.DEBUG,
                    "Refused {0}: {1}",
                    what,
                    e.getMessage()); // a client's mistake: no line for each in the log
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "TENON-R01 A handler failed: " + what, e);
        }
        return false;
    }
}
