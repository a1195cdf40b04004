package dev.tenon.realtime.admin;

import dev.tenon.realtime.engine.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened on the connections of this server since the pages were told last. Thread-safe. */
final class Traffic {
    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    void connected() {
        count("rawConnection", 1);
    }

    /** @param reason one of about a dozen */
    void disconnected(String reason) {
        count(new Kind("rawDisconnection", reason), 1);
    }

    void received(int bytes) {
        count("packetsIn", 1);
        count("bytesIn", bytes);
    }

    void sent(List<Frame> frames) {
        count("packetsOut", frames.size());
        count("bytesOut", frames.stream().mapToLong(Frame::size).sum());
    }

    private void count(String type, long more) {
        count(new Kind(type, null), more);
    }

    private void count(Kind kind, long more) {
        counts.computeIfAbsent(kind, first -> new LongAdder()).add(more);
    }

    /** Returns what was counted, as the {@code aggregatedEvents} of the page, and begins anew. */
    List<Map<String, Object>> take() {
        long second = System.currentTimeMillis() / 1000 * 1000;
        List<Map<String, Object>> events = new ArrayList<>();
        counts.forEach((kind, counter) -> {
            long count = counter.sumThenReset();
            if (count > 0) {
                events.add(event(second, kind, count));
            }
        });
        return events;
    }

    private static Map<String, Object> event(long second, Kind kind, long count) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("timestamp", second);
        event.put("type", kind.type());
        if (kind.subType() != null) {
            event.put("subType", kind.subType());
        }
        event.put("count", count);
        return event;
    }

    /** @param subType null for none */
    private record Kind(String type, String subType) {}
}
