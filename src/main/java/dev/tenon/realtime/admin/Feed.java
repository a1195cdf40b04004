package dev.tenon.realtime.admin;

import dev.tenon.realtime.Args;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the pages, on all servers, what happens, on the thread on which it happens. Nothing waits for a page: one that does not read is disconnected
 * when its queue is full, and sees everything anew when it is back. Thread-safe.
 */
final class Feed {
    /** As many as a page keeps of a namespace. */
    private static final int EVENTS_PER_SECOND = 1_000;

    private final Namespace admin;
    private final boolean clustered;
    private final AtomicInteger pages = new AtomicInteger();
    private final Pace pace = new Pace(EVENTS_PER_SECOND, System::nanoTime);

    /** @param clustered whether there may be pages on other servers */
    Feed(Namespace admin, boolean clustered) {
        this.admin = admin;
        this.clustered = clustered;
    }

    /** Returns whether a new socket is that of a page, which is told from now on. */
    boolean knowsPage(Socket socket) {
        boolean page = socket.namespace() == admin;
        if (page) {
            pages.incrementAndGet();
            socket.onDisconnect(reason -> pages.decrementAndGet());
        }
        return page;
    }

    /** Returns whether there may be somebody to tell. */
    boolean isHeard() {
        return clustered || pages.get() > 0;
    }

    void tell(String what, Object... args) {
        if (isHeard()) {
            admin.emit(what, args);
        }
    }

    /** Tells all pages but that of this socket, if it is one. */
    void tellOthers(String id, String what, Object... args) {
        if (isHeard()) {
            admin.except(id).emit(what, args);
        }
    }

    /** Tells an event of a socket, unless there were too many in this second. */
    void tellEvent(String what, Socket socket, Args event) {
        if (isHeard() && pace.allows()) {
            admin.emit(what, socket.namespace().name(), socket.id(), Excerpt.of(values(event)), now());
        }
    }

    /** Returns the time as the page knows it, in milliseconds. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<Object> values(Args event) {
        List<Object> values = new ArrayList<>();
        values.add(event.event());
        for (int i = 0; i < event.size(); i++) {
            values.add(event.get(i));
        }
        return values;
    }
}
