package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that the sockets of one namespace on this server owe to broadcasts. Each socket answers once, and in time. */
final class BroadcastAcks {
    private final Map<Long, Owed> byId = new ConcurrentHashMap<>(0);
    private final Timer timer;

    BroadcastAcks(Timer timer) {
        this.timer = timer;
    }

    /** Returns the answers to the packet of this number; nobody owes one yet. */
    Owed open(long id, Answers answers, Duration timeout) {
        Owed owed = new Owed(id, answers);
        owed.deadline = timer.after(timeout, () -> byId.remove(id));
        byId.put(id, owed);
        return owed;
    }

    /** Takes the answer of a socket; one that is not owed, or not any more, is dropped. */
    void answer(long id, String socket, List<Object> args) {
        Owed owed = byId.get(id);
        if (owed != null && owed.sockets.remove(socket)) {
            owed.answers.answered(args);
            owed.closeIfPaid();
        }
    }

    /** What the sockets owe that received one packet. */
    final class Owed {
        private final long id;
        private final Answers answers;
        private final Set<String> sockets = ConcurrentHashMap.newKeySet();
        private Timer.Cancellable deadline = () -> {};
        private int count; // touched only by the thread that sends
        private volatile boolean sent;

        private Owed(long id, Answers answers) {
            this.id = id;
            this.answers = answers;
        }

        /** Counts a socket, before the packet is sent to it. */
        void by(String socket) {
            sockets.add(socket);
            count++;
        }

        /** Takes back a socket that is not connected. */
        void notBy(String socket) {
            sockets.remove(socket);
            count--;
        }

        /** Hears that the packet was sent to all. */
        void sent() {
            answers.sent(count);
            sent = true;
            closeIfPaid();
        }

        private void closeIfPaid() {
            if (sent && sockets.isEmpty()) {
                deadline.cancel();
                byId.remove(id);
            }
        }
    }
}
