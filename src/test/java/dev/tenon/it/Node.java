package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts of {@code src/test/node} beside the packages of the sample. */
final class Node {
    private Node() {}

    /** Runs the script; fails with its output unless it ends well within a minute. */
    static void run(String script, String... arguments) throws IOException, InterruptedException {
        Path output = Build.target("it-logs").resolve(script + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                "node", Build.target("test-classes/node/" + script).toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(Sample.folder().toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            String said = Files.readString(output);
            assertTrue(ended, () -> script + " does not end; it said: " + said);
            assertEquals(0, process.exitValue(), () -> script + " said: " + said);
        } finally {
            process.destroyForcibly();
        }
    }
}
