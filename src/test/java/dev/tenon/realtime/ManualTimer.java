package dev.tenon.realtime;

import dev.tenon.kernel.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A timer whose time passes when the test says so, on its thread. */
final class ManualTimer implements Timer {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        Task entry = new Task(now.plus(delay), task);
        tasks.add(entry);
        return () -> tasks.remove(entry);
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
        Cancellable[] next = new Cancellable[1];
        next[0] = after(period, () -> {
            task.run();
            Cancellable later = every(period, task);
            next[0] = later;
        });
        return () -> next[0].cancel();
    }

    void pass(Duration time) {
        now = now.plus(time);
        List<Task> due =
                tasks.stream().filter(task -> task.due().compareTo(now) <= 0).toList();
        tasks.removeAll(due);
        due.forEach(task -> task.action().run());
    }

    int waiting() {
        return tasks.size();
    }

    private record Task(Duration due, Runnable action) {}
}
