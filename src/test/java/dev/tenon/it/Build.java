package dev.tenon.it;

import java.nio.file.Path;

/** What the build made, and what it fetched. */
final class Build {
    private Build() {}

    /** Returns the packaged jar. */
    static Path jar() {
        return Path.of(property("it.jar"));
    }

    /** Returns a path below the folder that {@code mvn clean} empties. */
    static Path target(String path) {
        return Path.of(property("it.target")).resolve(path);
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
