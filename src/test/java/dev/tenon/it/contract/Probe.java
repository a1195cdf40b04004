package dev.tenon.it.contract;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One thing that a request can do or look at. */
@FunctionalInterface
interface Probe {
    /** Returns what is answered; null if it answered itself. */
    Object run(HttpServletRequest request, HttpServletResponse response) throws Exception;

    /** Returns the name of the exception that the work throws, or "nothing". */
    static String thrownBy(Work work) {
        try {
            work.run();
            return "nothing";
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    /** Something to be tried. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
