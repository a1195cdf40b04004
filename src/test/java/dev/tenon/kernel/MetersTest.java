package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {
    private final Meters meters = new Meters();
    private final List<Meter> told = new ArrayList<>();

    @Test
    void counterOfOneName_isTheSame() {
        assertSame(meters.counter("session.loads", "loads"), meters.counter("session.loads", "loads"));
        assertNotSame(meters.counter("session.loads", "loads"), meters.counter("session.saves", "saves"));
    }

    @Test
    void counter_readsThroughItsMeter() {
        meters.listen(told::add);
        meters.bytes("upload.bytes", "bytes received").add(42);
        assertEquals(42, told.get(0).read());
        assertEquals(Meter.Kind.BYTES, told.get(0).kind());
        assertEquals("upload", told.get(0).feature());
        assertEquals("bytes", told.get(0).localName());
    }

    @Test
    void listener_isToldOfThoseBefore_andOfThoseAfter() {
        meters.gauge("realtime.clients", "open connections", () -> 7);
        meters.listen(told::add);
        meters.time("session.loadTime", "time in the store");
        assertEquals(
                List.of("realtime.clients", "session.loadTime"),
                told.stream().map(Meter::name).toList());
    }

    @Test
    void tag_isPartOfTheLocalName() {
        meters.listen(told::add);
        meters.counter("validation.failures", "isEmail", "refused values").increment();
        assertEquals("failures.isEmail", told.get(0).localName());
    }

    @Test
    void tagsWithoutEnd_shareOne() {
        meters.listen(told::add);
        for (int i = 0; i < 10_000; i++) {
            meters.counter("validation.failures", "code" + i, "refused values").increment();
        }
        assertEquals(Meters.MAX_TAGS, told.size());
        assertEquals(10_000, told.stream().mapToLong(Meter::read).sum());
    }

    /** A registry may refuse a name, or a number of tags; that is no failure of the request that is counted. */
    @Test
    void listenerThatFails_failsNoRequest_norTheOtherListeners() {
        List<Meter> asked = new ArrayList<>();
        meters.listen(meter -> {
            asked.add(meter);
            throw new IllegalArgumentException("expected by this test");
        });
        meters.listen(told::add);
        meters.counter("session.loads", "loads").increment();
        meters.counter("session.saves", "saves").increment();
        assertEquals(2, told.size());
        assertEquals(2, asked.size());
    }
}
