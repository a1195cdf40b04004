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
        throw new UnsupportedOperationException();
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
