package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Thirty seconds in which a server does nothing: a long collection of garbage, a machine that was moved. */
class ClusterNodePausedSoak extends ClusterFaults {
    @Test
    void nodeThatWasPaused_hearsAllThatWasSaidMeanwhile_once() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        there.signal("STOP");
        try {
            say(0, 1_000);
            ann.hears(0, 1_000);
            assertEquals(-1, ann.count(), "who asks all is told that one does not answer");
            bob.hearsNothing(Duration.ofNanos(end - System.nanoTime()));
        } finally {
            there.signal("CONT");
        }
        bob.hears(0, 1_000);
        awaitSockets(2);
        say(1_000, 1_100);
        ann.hears(1_000, 1_100);
        bob.hears(1_000, 1_100);
        bob.hearsNothing(Duration.ofMillis(500));
    }
}
