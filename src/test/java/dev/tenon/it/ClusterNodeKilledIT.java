package dev.tenon.it;

import org.junit.jupiter.api.Test;

class ClusterNodeKilledIT extends ClusterFaults {
    @Test
    void nodeThatIsKilledUnderLoad_isMissedByNobody_andAnotherTakesItsPlace() throws Exception {
        say(0, 500);
        bob.hears(0, 500);
        Thread killing = new Thread(there::close);
        killing.start();
        say(500, 1_500);
        killing.join();
        ann.hears(0, 1_500);
        awaitSockets(1);
        there = node();
        bob.connect(there);
        awaitSockets(2);
        say(1_500, 2_000);
        ann.hears(1_500, 2_000);
        bob.hears(1_500, 2_000);
    }
}
