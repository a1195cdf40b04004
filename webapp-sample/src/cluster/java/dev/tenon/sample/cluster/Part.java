package dev.tenon.sample.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs beside this one, with what it says in a file, and ends with it. */
final class Part implements AutoCloseable {
    private final String name;
    private final Path log;
    private final Process process;

    private Part(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the program, without waiting.
     *
     * @throws IllegalStateException if it is not installed
     */
    static Part start(String name, Path home, Map<String, String> environment, List<String> command)
            throws IOException {
        Path log = home.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(home.resolve(name)).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new Part(name, log, builder.start());
        } catch (IOException missing) {
            String program = command.get(0);
            throw new IllegalStateException(program + " is missing; on Debian: apt install " + program, missing);
        }
    }

    /** Waits until the program does what it should, for five minutes at most. */
    void await(BooleanSupplier ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!ready.getAsBoolean()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
                throw new IllegalStateException(name + " does not start; it said:\n" + Files.readString(log));
            }
        }
    }

    /** Runs this when the program ends, whoever ends it. */
    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    long pid() {
        return process.pid();
    }

    /** Ends the program, and harder after ten seconds. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return name;
    }
}
