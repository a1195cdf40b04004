package dev.tenon.realtime.admin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What bounds who signs in, and what is told. */
class AdminLimitsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow, as nanoTime may
    private final Tries tries = new Tries(now::get);
    private final AdminSessions sessions = new AdminSessions(now::get);

    private void use(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertTrue(tries.begin(address), "try " + i);
        }
    }

    @Test
    void tries_ofOneAddress_areTenAMinute() {
        use(10, "a");
        assertFalse(tries.begin("a"));
        assertTrue(tries.begin("b"));
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertTrue(tries.begin("a"));
    }

    /** Whoever has one address of a network of IPv6 has 2^64. */
    @Test
    void tries_ofOneNetworkOfIPv6_areThoseOfOneAddress() {
        use(5, "2001:db8:0:1::1");
        use(5, "2001:db8:0:1:ffff::2");
        assertFalse(tries.begin("2001:db8:0:1::3"));
        assertTrue(tries.begin("2001:db8:0:2::1"));
    }

    @Test
    void tries_thatWereRight_doNotCount() {
        for (int i = 0; i < 50; i++) {
            assertTrue(tries.begin("a"));
            tries.succeeded("a");
        }
    }

    @Test
    void tries_areFromAHundredAddressesAMinute() {
        for (int i = 0; i < 100; i++) {
            use(1, "address " + i);
        }
        assertFalse(tries.begin("one more"));
        assertTrue(tries.begin("address 7"));
    }

    @Test
    void session_isKnownForADay() {
        String id = AdminSessions.newId();
        assertFalse(sessions.knows(id));
        sessions.add(AdminSessions.digest(id));
        assertTrue(sessions.knows(id));
        assertFalse(sessions.knows(AdminSessions.digest(id)));
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertFalse(sessions.knows(id));
    }

    @Test
    void session_isNothingButAText() {
        assertFalse(sessions.knows(null));
        assertFalse(sessions.knows(7));
    }

    @Test
    void pace_isSoManyASecond() {
        Pace pace = new Pace(2, now::get);
        assertTrue(pace.allows());
        assertTrue(pace.allows());
        assertFalse(pace.allows());
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(pace.allows());
    }

    @Test
    void oldestSession_goesFirst() {
        for (int i = 0; i < 1001; i++) {
            sessions.add(AdminSessions.digest("page " + i));
        }
        assertFalse(sessions.knows("page 0"));
        assertTrue(sessions.knows("page 1"));
        assertTrue(sessions.knows("page 1000"));
    }
}
