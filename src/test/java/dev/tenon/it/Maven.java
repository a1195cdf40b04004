package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Maven that runs the build, asked for something else; it fetches what is not there yet. */
final class Maven {
    private static final int PATIENCE_MINUTES = 15;

    private Maven() {}

    /**
     * Runs it.
     *
     * @param what names what cannot be had if it fails
     */
    static void run(Path folder, String what, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createDirectories(Build.target("it-logs")).resolve(folder.getFileName() + "-maven.log");
        List<String> command = new ArrayList<>(List.of(Build.maven().toString(), "-B"));
        command.addAll(List.of(arguments));
        command.add("-Dmaven.repo.local=" + Build.localRepository());
        Process maven = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        maven.destroy();
        if (!ended || maven.exitValue() != 0) {
            throw new IllegalStateException("MISSING: " + what + " cannot be had, see " + log);
        }
    }
}
