package dev.tenon.realtime.adapter;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom a broadcast is for, and how it travels there. Immutable.
 *
 * @param rooms whoever is in one of them; everybody when empty
 * @param except but nobody who is in one of these
 */
public record Target(Set<String> rooms, Set<String> except, Flags flags) {
    /** Every socket of the namespace. */
    public static final Target ALL = new Target(Set.of(), Set.of(), Flags.DEFAULT);

    /** Returns the target with copies of its sets. */
    public Target {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }

    /** Returns this target with more rooms. */
    public Target to(String... more) {
        return new Target(with(rooms, more), except, flags);
    }

    /** Returns this target without whoever is in these rooms. */
    public Target except(String... more) {
        return new Target(rooms, with(except, more), flags);
    }

    /** Returns this target reached in another way. */
    public Target flags(Flags other) {
        return new Target(rooms, except, other);
    }

    /** Returns whether a socket in these rooms is meant. */
    public boolean reaches(Set<String> its) {
        return (rooms.isEmpty() || !Collections.disjoint(rooms, its)) && Collections.disjoint(except, its);
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new HashSet<>(rooms);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
