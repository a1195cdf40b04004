package dev.tenon.sample;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is here: a person is here from the first open tab to the last, on this server or on others. Each method that changes something says
 * who has come or is gone by that. Thread-safe.
 */
final class Presence {
    private final Clock clock;
    private final long start;
    private final Map<String, Set<String>> sockets = new HashMap<>();
    private final Map<String, Set<String>> elsewhere = new HashMap<>();
    private final Map<String, Long> left = new HashMap<>();

    Presence(Clock clock) {
        this.clock = clock;
        this.start = clock.millis();
    }

    /** Notes an open tab. Returns whether the person has come by that. */
    synchronized boolean enter(String person, String socket) {
        boolean before = isHere(person);
        sockets.computeIfAbsent(person, somebody -> new HashSet<>()).add(socket);
        return !before;
    }

    /** Forgets a tab. Returns whether the person is gone by that. */
    synchronized boolean leave(String person, String socket) {
        boolean before = isHere(person);
        sockets.computeIfPresent(person, (somebody, open) -> open.remove(socket) && open.isEmpty() ? null : open);
        return before && noteIfGone(person);
    }

    /** Notes what another server says of a person. Returns whether the person has come, or is gone, by that. */
    synchronized boolean note(String server, String person, boolean here) {
        boolean before = isHere(person);
        Set<String> there = elsewhere.computeIfAbsent(server, another -> new HashSet<>());
        if (here) {
            there.add(person);
        } else {
            there.remove(person);
        }
        return before ? noteIfGone(person) : isHere(person);
    }

    /** Notes everybody who is at another server; nobody, if it is gone. Returns who has come or is gone by that. */
    synchronized List<String> note(String server, Collection<String> people) {
        Set<String> now = Set.copyOf(people);
        Set<String> either = new HashSet<>(elsewhere.getOrDefault(server, Set.of()));
        either.addAll(now);
        List<String> changed = either.stream()
                .filter(person -> note(server, person, now.contains(person)))
                .toList();
        if (now.isEmpty()) {
            elsewhere.remove(server);
        }
        return changed;
    }

    private boolean noteIfGone(String person) {
        boolean gone = !isHere(person);
        if (gone) {
            left.put(person, clock.millis());
        }
        return gone;
    }

    synchronized boolean isHere(String person) {
        return sockets.containsKey(person) || elsewhere.values().stream().anyMatch(there -> there.contains(person));
    }

    /** Returns whether the person has been gone for so long: who reloads a page is not, nor is anybody right after the server started. */
    synchronized boolean isGone(String person, Duration patience) {
        return !isHere(person) && clock.millis() - left.getOrDefault(person, start) > patience.toMillis();
    }

    /** Notes that the person, who has no open tab, will not be back in a moment. */
    synchronized void goHome(String person) {
        left.put(person, 0L);
    }

    /** Returns where this server sees the person. */
    synchronized Whereabouts at(String person) {
        if (sockets.containsKey(person)) {
            return Whereabouts.here;
        }
        return Long.valueOf(0).equals(left.get(person)) ? Whereabouts.home : Whereabouts.away;
    }

    /** Forgets when people left who have been gone for so long. */
    synchronized void forget(Duration patience) {
        left.values().removeIf(time -> clock.millis() - time > patience.toMillis());
    }

    synchronized int size() {
        return everybody().size();
    }

    /** Returns everybody who is here, in alphabetical order; a copy. */
    synchronized List<String> everybody() {
        return Stream.concat(Stream.of(sockets.keySet()), elsewhere.values().stream())
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns who is at this server; a copy. */
    synchronized List<String> own() {
        return List.copyOf(sockets.keySet());
    }
}
