package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The answers to one event, of everybody who received it. They are complete when each server said how many it asks, and as many came. Then
 * the stage completes, on the thread of the last answer; or it fails when time is up, on a worker's.
 */
final class GatheredAnswers implements Answers {
    private final CompletableFuture<List<Args>> result = new CompletableFuture<>();
    private final List<Args> answers = new ArrayList<>();
    private final String event;
    private int missingServers;
    private int missingAnswers;
    private boolean counted;

    GatheredAnswers(String event) {
        this.event = event;
    }

    /** Hears, once, how many servers say how many sockets they ask; some may have said so already. */
    void expect(int servers) {
        synchronized (answers) {
            missingServers += servers;
            counted = true;
        }
        completeIfAll();
    }

    /** Returns the answers; begins to wait for them. */
    @SuppressWarnings("FutureReturnValueIgnored") // what depends on the answers only cancels
    CompletionStage<List<Args>> within(Duration timeout, Timer timer, Executor workers) {
        Timer.Cancellable deadline = timer.after(timeout, () -> workers.execute(this::timeOut));
        result.whenComplete((args, failure) -> deadline.cancel());
        return result; // itself: a copy would hide the exception in a CompletionException
    }

    @Override
    public void sent(int sockets) {
        synchronized (answers) {
            missingServers--;
            missingAnswers += sockets;
        }
        completeIfAll();
    }

    @Override
    public void answered(List<Object> args) {
        synchronized (answers) {
            missingAnswers--;
            answers.add(new Args(event, args, null));
        }
        completeIfAll();
    }

    private void completeIfAll() {
        List<Args> all;
        synchronized (answers) {
            if (!counted || missingServers > 0 || missingAnswers > 0) {
                return;
            }
            all = List.copyOf(answers);
        }
        result.complete(all);
    }

    private void timeOut() {
        List<Args> some;
        synchronized (answers) {
            some = List.copyOf(answers);
        }
        result.completeExceptionally(new AckTimeoutException(some));
    }
}
