package dev.tenon.realtime;

import dev.tenon.kernel.TenonException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way of one socket through the middleware of its namespace. It runs on the connection's thread, and on whichever thread a middleware goes
 * on.
 */
final class Admission implements Next {
    private static final Logger LOG = System.getLogger(Admission.class.getName());

    private final ServerSocket socket;
    private final List<Middleware> rest;
    private final AtomicBoolean answered = new AtomicBoolean();

    Admission(ServerSocket socket, List<Middleware> steps) {
        this.socket = socket;
        this.rest = steps;
    }

    /** Asks the next step. */
    void proceed() {
        if (rest.isEmpty()) {
            socket.accept();
            return;
        }
        Admission next = new Admission(socket, rest.subList(1, rest.size()));
        try {
            rest.get(0).handle(socket, next);
        } catch (TenonException e) {
            next.refuse(e.getMessage(), e.problem().extensions());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "A middleware of " + socket.namespace().name() + " failed", e);
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
            try {
                socket.refuse(message, data);
            } catch (IllegalArgumentException noJson) {
                socket.refuse(message, null);
                throw noJson;
            }
        }
    }
}
