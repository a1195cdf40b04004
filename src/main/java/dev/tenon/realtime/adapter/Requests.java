package dev.tenon.realtime.adapter;

import dev.tenon.kernel.Timer;
import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** What a server asked the others and still waits for, each for a while only: answers to events go to a worker. Thread-safe. */
final class Requests {
    private final Map<String, Consumer<Answer>> byId = new ConcurrentHashMap<>();
    private final Timer timer;
    private final Duration timeout;
    private final Executor workers;

    Requests(Timer timer, Duration timeout, Executor workers) {
        this.timer = timer;
        this.timeout = timeout;
        this.workers = workers;
    }

    /** Takes an answer; one that nobody waits for, or not any more, is dropped: each server hears the answers to all. */
    void answer(Answer answer) {
        Consumer<Answer> waiting = byId.get(answer.requestId());
        if (waiting != null) {
            waiting.accept(answer);
        }
    }

    /** Waits for what the clients of all servers answer to a broadcast; nobody knows when that is all. */
    void acks(String id, Answers answers, Duration limit) {
        waitFor(id, limit, answer -> {
            if (answer instanceof ClusterMessage.Count count) {
                answers.sent(count.sockets());
            } else if (answer instanceof ClusterMessage.Acked acked) {
                answers.answered(acked.args());
            }
        });
    }

    /** Waits for what listeners of other servers answer to an event. */
    void event(String id, Answers answers) {
        waitFor(id, timeout, answer -> {
            if (answer instanceof ClusterMessage.EventAnswered answered) {
                answers.answered(answered.args());
            }
        });
    }

    private void waitFor(String id, Duration limit, Consumer<Answer> waiting) {
        byId.put(id, answer -> workers.execute(() -> waiting.accept(answer)));
        timer.after(limit, () -> byId.remove(id));
    }

    /** Waits for the sockets of as many other servers, beside this one's. */
    CompletionStage<List<SocketDetails>> sockets(String id, List<SocketDetails> own, int servers) {
        Gathered gathered = new Gathered(own, servers);
        byId.put(id, gathered);
        Timer.Cancellable deadline = timer.after(timeout, () -> gathered.fail(timeout));
        return gathered.result.whenComplete((all, failure) -> {
            deadline.cancel();
            byId.remove(id);
        });
    }

    /** The sockets that were told so far. */
    private static final class Gathered implements Consumer<Answer> {
        private final CompletableFuture<List<SocketDetails>> result = new CompletableFuture<>();
        private final List<SocketDetails> sockets;
        private int missing;

        private Gathered(List<SocketDetails> own, int servers) {
            this.sockets = new ArrayList<>(own);
            this.missing = servers;
        }

        @Override
        public void accept(Answer answer) {
            if (answer instanceof ClusterMessage.Fetched fetched && add(fetched)) {
                result.complete(List.copyOf(sockets));
            }
        }

        private synchronized boolean add(ClusterMessage.Fetched more) {
            sockets.addAll(more.sockets());
            missing -= more.isLast() ? 1 : 0;
            return missing == 0;
        }

        private void fail(Duration timeout) {
            result.completeExceptionally(
                    new TimeoutException("not all servers said within " + timeout + " which sockets they have"));
        }
    }
}
