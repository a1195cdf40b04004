package dev.tenon.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The stock clients of the tus protocol from npm, and the page that esbuild makes of one. */
final class Uppy {
    private Uppy() {}

    /** Returns the folder with the packages beside the scripts. */
    private static Path folder() throws IOException, InterruptedException {
        Path folder = Build.target("test-classes/uppy");
        if (Files.notExists(folder.resolve("node_modules/.package-lock.json"))) {
            run(folder, List.of("npm", "ci", "--silent", "--no-audit", "--no-fund"));
        }
        return folder;
    }

    /** Adds the page to an application, as {@code uppy.html}. */
    static War addPage(War war) throws IOException, InterruptedException {
        Path folder = folder();
        run(
                folder,
                List.of("node_modules/.bin/esbuild", "page.mjs", "--bundle", "--minify", "--outfile=bundle/uppy.js"));
        return war.file("uppy.html", """
                        <!doctype html><html lang="en"><meta charset="utf-8"><title>Uppy</title>
                        <link rel="icon" href="data:,"><link rel="stylesheet" href="uppy.css">
                        <div id="uppy"></div><output id="progress"></output><output id="result"></output>
                        <script src="uppy.js"></script></html>
                        """)
                .file("uppy.js", Files.readString(folder.resolve("bundle/uppy.js")))
                .file("uppy.css", Files.readString(folder.resolve("bundle/uppy.css")));
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + ": " + Files.readString(folder.resolve("output.log")));
        }
    }

    /** Starts the script of the stock client; what it says is read line by line. */
    static Script resume(String endpoint) throws IOException, InterruptedException {
        return new Script(new ProcessBuilder("node", "resume.mjs", endpoint)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** A script that runs. */
    static final class Script implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        Script(Process process) {
            this.process = process;
            this.output = process.inputReader(StandardCharsets.UTF_8);
        }

        /** Returns the next line that begins so; fails with all that it says when none comes. */
        String await(String begin) {
            StringBuilder said = new StringBuilder();
            try {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    said.append(line).append(System.lineSeparator());
                    if (line.startsWith(begin)) {
                        return line;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("the script never said " + begin + ", but: " + said);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
