package dev.tenon.fallback;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The log of the feature. */
final class FallbackLog {
    private static final Logger LOG = System.getLogger(HistoryFallbackFilter.class.getName());

    private FallbackLog() {}

    static void info(String line) {
        LOG.log(Level.INFO, "TENON-F01 " + line);
    }

    static void debug(String line) {
        LOG.log(Level.DEBUG, line);
    }

    static void warn(String line) {
        LOG.log(Level.WARNING, "TENON-F02 " + line);
    }
}
