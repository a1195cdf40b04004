package dev.tenon.realtime.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** What waits to be sent, bounded in bytes and frames. Guarded by the lock of its session. */
final class Outbox {
    /** What one entry costs besides its bytes, so that many small frames fill the queue, too. */
    private static final int ENTRY = 32;

    private final Queue<Frame> frames = new ArrayDeque<>(2);
    private final long maxBytes;
    private final int maxFrames;
    private long bytes;
    private boolean overflown;

    Outbox(long maxBytes, int maxFrames) {
        this.maxBytes = maxBytes;
        this.maxFrames = maxFrames;
    }

    /**
     * Returns whether there was room; once there was none, nothing is taken any more. An empty queue takes anything: one message larger than the bound
     * must be sendable.
     */
    boolean add(List<Frame> together) {
        long more = 0;
        for (Frame frame : together) {
            more += cost(frame);
        }
        boolean full = bytes + more > maxBytes || frames.size() + together.size() > maxFrames;
        overflown |= full && !frames.isEmpty();
        if (overflown) {
            return false;
        }
        bytes += more;
        frames.addAll(together);
        return true;
    }

    /** Returns whether there was no room for something. */
    boolean overflown() {
        return overflown;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int size() {
        return frames.size();
    }

    /** Returns how much of the bound is taken. */
    long bytes() {
        return bytes;
    }

    /** Returns the first frame; null when nothing waits. */
    Frame poll() {
        Frame first = frames.poll();
        if (first != null) {
            bytes -= cost(first);
        }
        return first;
    }

    /** Returns the first frames as far as they fit into one payload; at least one, and none when nothing waits. */
    List<Frame> pollPayload(int maxPayload) {
        List<Frame> payload = new ArrayList<>();
        long size = 0;
        while (!frames.isEmpty()) {
            size += Payload.size(frames.peek()) + 1;
            if (size - 1 > maxPayload && !payload.isEmpty()) {
                break;
            }
            payload.add(poll());
        }
        return payload;
    }

    void clear() {
        frames.clear();
        bytes = 0;
    }

    private static long cost(Frame frame) {
        return (long) frame.size() + ENTRY;
    }
}
