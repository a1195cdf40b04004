package dev.tenon.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells each listener once that a socket ended; one that comes late is told at once. They run on the caller's thread, never under the lock. */
final class EndListeners {
    private final String what;
    private final List<Consumer<String>> waiting = new ArrayList<>(1);
    private String reason;

    EndListeners(String what) {
        this.what = what;
    }

    void add(Consumer<String> listener) {
        if (!keep(listener)) {
            tell(listener);
        }
    }

    private synchronized boolean keep(Consumer<String> listener) {
        return reason == null && waiting.add(listener);
    }

    void fire(String why) {
        take(why).forEach(this::tell);
    }

    private synchronized List<Consumer<String>> take(String why) {
        reason = why;
        List<Consumer<String>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private void tell(Consumer<String> listener) {
        Guard.run(what, () -> listener.accept(reason));
    }
}
