package dev.tenon.realtime.adapter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The last events of a namespace, as many as fit. Guarded by the lock of its adapter; times are those of one clock, in nanoseconds. */
final class PacketLog {
    private static final int RADIX = Character.MAX_RADIX;

    /** What one entry costs besides its text and bytes. */
    private static final int ENTRY = 200;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final long maxSize;
    private long next;
    private long size;
    private boolean lost;
    private long lostUntil;

    /**
     * Sets how much is kept.
     *
     * @param first the number of the first event
     */
    PacketLog(long maxSize, long first) {
        this.maxSize = maxSize;
        this.next = first;
    }

    /** Returns the offset of the event that is added next. */
    String nextOffset() {
        return Long.toString(next, RADIX);
    }

    /** Compares two offsets that were given. */
    static int compare(String one, String other) {
        return Long.compare(Long.parseLong(one, RADIX), Long.parseLong(other, RADIX));
    }

    void add(NumberedPacket packet, Target target, long now) {
        entries.add(new Entry(next++, packet, target, now));
        size += cost(packet);
        while (size > maxSize) {
            lostUntil = removeFirst();
            lost = true;
        }
    }

    /** Forgets what is older. */
    void trim(long before) {
        while (!entries.isEmpty() && entries.getFirst().time() - before < 0) {
            removeFirst();
        }
    }

    private long removeFirst() {
        Entry first = entries.removeFirst();
        size -= cost(first.packet());
        return first.time();
    }

    /** Returns the number that an offset stands for; empty if it stands for none that was given. */
    OptionalLong number(String offset) {
        try {
            long number = Long.parseLong(offset, RADIX);
            return number < next ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    /** Returns the offset behind which everything is known. */
    String knownFrom(long number) {
        return Long.toString(Math.max(number, firstNumber() - 1), RADIX);
    }

    /** Returns whether every event behind this one is still here. */
    boolean knowsAllBehind(long number) {
        return number >= firstNumber() - 1;
    }

    private long firstNumber() {
        return entries.isEmpty() ? next : entries.getFirst().number();
    }

    /** Returns whether no event since then was forgotten because others needed its place. */
    boolean isCompleteSince(long time) {
        return !lost || time - lostUntil > 0;
    }

    /** Returns the events behind this one that reach a socket in these rooms. */
    List<NumberedPacket> missed(long number, Set<String> rooms) {
        List<NumberedPacket> missed = new ArrayList<>();
        Iterator<Entry> newestFirst = entries.descendingIterator();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            if (entry.number() <= number) {
                break;
            }
            if (entry.target().reaches(rooms)) {
                missed.add(entry.packet());
            }
        }
        Collections.reverse(missed);
        return missed;
    }

    private static long cost(NumberedPacket packet) {
        return ENTRY + packet.encoded().size();
    }

    private record Entry(long number, NumberedPacket packet, Target target, long time) {}
}
