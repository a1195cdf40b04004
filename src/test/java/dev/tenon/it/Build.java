package dev.tenon.it;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the build made, and what it fetched. */
final class Build {
    private Build() {}

    /** Returns the packaged jar. */
    static Path jar() {
        return Path.of(property("it.jar"));
    }

    /** Returns the library on the class path of the tests that has the class. */
    static Path library(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Returns a path below the folder that {@code mvn clean} empties. */
    static Path target(String path) {
        return Path.of(property("it.target")).resolve(path);
    }

    /** Returns a command of the JDK that servers run on: {@code -Dserver.jdk}, or else the one of the build. */
    static Path jdk(String command) {
        return Path.of(property("it.jdk"), "bin", command);
    }

    /** Returns the feature version of that JDK, such as 17. */
    static int jdkVersion() throws IOException {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(property("it.jdk"), "release"))) {
            release.load(reader);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }

    /** Returns Maven's own command, which fetches servers. */
    static Path maven() {
        return Path.of(property("it.maven"), "bin", File.separatorChar == '/' ? "mvn" : "mvn.cmd");
    }

    static Path localRepository() {
        return Path.of(property("it.repository"));
    }

    /** Returns the names of the servers that the suite runs on. */
    static List<String> servers() {
        String names = property("it.servers");
        return names.equals("none") ? List.of() : List.of(names.split(",", -1));
    }

    static String payaraVersion() {
        return property("it.payara");
    }

    static String tomcatVersion() {
        return property("it.tomcat");
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: these tests run through mvn verify");
        }
        return value;
    }
}
