package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The answers that one socket waits for. An answer completes on the thread that received it, a failure on one of the workers'. */
final class Acks {
    private final Timer timer;
    private final Executor workers;
    private final AtomicLong ids;
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>(0);
    private volatile boolean closed;

    /** Sets what counts the packets of all sockets of the namespace. */
    Acks(AtomicLong ids, Timer timer, Executor workers) {
        this.ids = ids;
        this.timer = timer;
        this.workers = workers;
    }

    long nextId() {
        return ids.getAndIncrement();
    }

    /**
     * Returns the answer that will come for this id.
     *
     * @param timeout null to wait as long as the socket lives
     */
    CompletableFuture<Args> expect(long id, String event, Duration timeout) {
        CompletableFuture<Args> answer = new CompletableFuture<>();
        pending.put(id, new Pending(event, answer));
        if (timeout != null) {
            failAfter(timeout, id, answer);
        }
        if (closed) {
            fail(id, "the socket is disconnected");
        }
        return answer;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what depends on the answer only cancels
    private void failAfter(Duration timeout, long id, CompletableFuture<Args> answer) {
        Timer.Cancellable deadline = timer.after(timeout, () -> fail(id, "the operation has timed out"));
        answer.whenComplete((args, failure) -> deadline.cancel());
    }

    /** Takes an answer; returns false if nobody waits for it here, or not any more. */
    boolean answer(long id, List<Object> values) {
        Pending waiting = pending.remove(id);
        return waiting != null && waiting.answer().complete(new Args(waiting.event(), values, null));
    }

    /** Fails everything that is waited for now or later. */
    void close() {
        closed = true;
        pending.keySet().forEach(id -> fail(id, "the socket is disconnected"));
    }

    private void fail(long id, String why) {
        Pending waiting = pending.remove(id);
        if (waiting != null) {
            workers.execute(() -> waiting.answer().completeExceptionally(new TimeoutException(why)));
        }
    }

    private record Pending(String event, CompletableFuture<Args> answer) {}
}
