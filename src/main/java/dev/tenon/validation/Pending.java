package dev.tenon.validation;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Rules that were asked and have not answered yet. */
final class Pending {
    private final Deque<Question> questions = new ArrayDeque<>();
    private boolean settling;

    void add(CompletionStage<Boolean> answer, Runnable refuse) {
        questions.add(new Question(answer.toCompletableFuture(), refuse));
    }

    /**
     * Waits for all answers. After the deadline, and where a refusal throws because it ends the check, it cancels what is left. The refusal asks for
     * the errors so far, and so comes here again: there is nothing to wait for then.
     */
    void settle(Duration deadline) {
        if (settling) {
            return;
        }
        settling = true;
        long end = System.nanoTime() + deadline.toNanos();
        try {
            while (!questions.isEmpty()) {
                Question question = questions.poll();
                if (!question.answer(end - System.nanoTime())) {
                    question.refuse().run();
                }
            }
        } finally {
            settling = false;
            questions.forEach(question -> question.answer().cancel(true));
            questions.clear();
        }
    }

    /** One rule and what is done when it says no. */
    private record Question(CompletableFuture<Boolean> answer, Runnable refuse) {
        boolean answer(long nanos) {
            try {
                return Boolean.TRUE.equals(answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                answer.cancel(true);
                throw unavailable(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unavailable(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
            }
        }

        private static TenonException unavailable(Exception cause) {
            HttpProblem problem = HttpProblem.of(
                    503, "Service Unavailable", "the values could not be checked in time; try again later");
            return new TenonException(problem, cause);
        }
    }
}
