package dev.tenon.house;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One row of the table.
 *
 * @param name the package
 * @param imports the rooms of Tenon that it may import
 * @param outside the packages from outside that it may use with all below them
 */
record Room(String name, Set<String> imports, List<String> outside) {
    private static final List<String> BASE = List.of(
            "java.lang",
            "java.util",
            "java.io",
            "java.nio",
            "java.time",
            "java.math",
            "java.net",
            "java.security",
            "java.text",
            "javax.crypto");

    static Room room(String name, String... imports) {
        Set<String> rooms = new TreeSet<>();
        for (String other : imports) {
            rooms.add(full(other));
        }
        return new Room(full(name), rooms, List.of());
    }

    Room using(String... packages) {
        return new Room(name, imports, List.of(packages));
    }

    boolean allows(String target) {
        return target.equals(name)
                || imports.contains(target)
                || Stream.concat(BASE.stream(), outside.stream()).anyMatch(root -> within(target, root));
    }

    String allowed() {
        return "itself, " + imports + " or " + outside;
    }

    static boolean within(String target, String root) {
        return target.equals(root) || target.startsWith(root + ".");
    }

    private static String full(String name) {
        return name.isEmpty() ? "dev.tenon" : "dev.tenon." + name;
    }
}
