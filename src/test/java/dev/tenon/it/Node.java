package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs scripts of {@code src/test/resources/node} beside the packages of the sample. */
public final class Node {
    private Node() {}

    /** Brings the packages that the scripts name beside them, unless those of this very list are there. */
    public static void fetchPackages() throws IOException, InterruptedException {
        Path folder = Build.target("test-classes/node");
        Path wanted = folder.resolve("package-lock.json");
        Path brought = folder.resolve("node_modules/brought.json");
        if (Files.notExists(brought) || Files.mismatch(wanted, brought) >= 0) {
            run(folder, "npm ci", List.of("npm", "ci", "--silent"));
            Files.copy(wanted, brought); // npm empties the folder first
        }
    }

    /** Starts the script, for the caller to talk with it and to end it; what it complains of is in {@code it-logs}. */
    static Process start(String script, String... arguments) throws IOException {
        Path log = Files.createDirectories(Build.target("it-logs")).resolve(script + ".log");
        return new ProcessBuilder(command(script, arguments))
                .directory(Sample.folder().toFile())
                .redirectError(log.toFile())
                .start();
    }

    private static List<String> command(String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add("node");
        command.add(Build.target("test-classes/node/" + script).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs the script and returns what it said; fails with that unless it ends well within a minute. */
    public static String run(String script, String... arguments) throws IOException, InterruptedException {
        return run(Sample.folder(), script, command(script, arguments));
    }

    private static String run(Path folder, String what, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createDirectories(Build.target("it-logs")).resolve(what + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            String said = Files.readString(output);
            assertTrue(ended, () -> what + " does not end; it said: " + said);
            assertEquals(0, process.exitValue(), () -> what + " said: " + said);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
