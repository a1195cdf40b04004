package dev.tenon.realtime.adapter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom a broadcast is for. Immutable.
 *
 * @param rooms whoever is in one of them; everybody when empty
 * @param except but nobody who is in one of these
 */
public record Target(Set<String> rooms, Set<String> except) {
    /** Every socket of the namespace. */
    public static final Target ALL = new Target(Set.of(), Set.of());

    /** Returns the target with copies of its sets. */
    public Target {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }

    /** Returns this target with more rooms. */
    public Target to(String... more) {
        return new Target(with(rooms, more), except);
    }

    /** Returns this target without whoever is in these rooms. */
    public Target except(String... more) {
        return new Target(rooms, with(except, more));
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new HashSet<>(rooms);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
