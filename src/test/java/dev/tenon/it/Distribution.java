package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A server as Maven Central has it, unpacked once below {@code target/servers}. Fetched by Maven itself, with the settings it has. */
final class Distribution {
    private static final String UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack";
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

    private Distribution() {}

    /**
     * Returns the folder it was unpacked to.
     *
     * @param artifact group, name, version, type and perhaps classifier, with colons between
     * @throws IllegalStateException if it cannot be had
     */
    static Path of(String artifact) throws IOException, InterruptedException {
        Path folder = Build.target("servers")
                .resolve(artifact.substring(artifact.indexOf(':') + 1).replace(':', '-'));
        if (!Files.isRegularFile(marker(folder))) {
            fetch(artifact, folder);
            Files.createFile(marker(folder));
        }
        return folder;
    }

    /**
     * Returns the folder with every library that a POM of {@code src/test/resources/servers} names, and what those need.
     *
     * @throws IllegalStateException if one cannot be had
     */
    static Path libraries(String pom) throws IOException, InterruptedException {
        Path folder = Build.target("servers").resolve(pom.replace(".xml", ""));
        if (!Files.isRegularFile(marker(folder))) {
            String file = Build.target("test-classes/servers/" + pom).toString();
            run(folder, pom, COPY, "-f", file);
            Files.createFile(marker(folder));
        }
        return folder;
    }

    private static Path marker(Path folder) {
        return folder.resolve("complete");
    }

    private static void fetch(String artifact, Path folder) throws IOException, InterruptedException {
        run(folder, artifact, UNPACK, "-Dartifact=" + artifact);
    }

    private static void run(Path folder, String what, String... arguments) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "-DoutputDirectory=" + folder;
        Maven.run(folder, what, all);
    }
}
