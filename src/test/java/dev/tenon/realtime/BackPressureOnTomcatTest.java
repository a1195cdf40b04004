package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that stop reading while the server goes on sending: the queue of each is bounded, and nobody else waits for them. */
class BackPressureOnTomcatTest {
    private static final int STALLED = 8;

    @TempDir
    private Path docBase;

    @Test
    void stalledClients_loseVolatileEventsAndStay() throws Exception {
        try (StalledClients clients = new StalledClients(docBase, STALLED)) {
            for (int i = 0; i < 500; i++) {
                clients.sendVolatile();
            }
            clients.send(0);
            assertEquals(STALLED + 1, clients.connected());
            assertTrue(clients.meter("dropped") > STALLED * 100L, "dropped: " + clients.meter("dropped"));
        }
    }

    @Test
    void stalledClients_areDisconnectedByTheOthers() throws Exception {
        try (StalledClients clients = new StalledClients(docBase, STALLED)) {
            int sent = 0;
            long mostWaited = 0;
            while (!clients.allEnded()) {
                assertTrue(sent < 1000, "20 MB waited for each");
                clients.send(sent++);
                mostWaited = Math.max(mostWaited, clients.meter("queueBytes"));
            }
            assertTrue(mostWaited > StalledClients.QUEUE, "queueBytes: " + mostWaited);
            assertTrue(clients.meter("dropped") > STALLED, "dropped: " + clients.meter("dropped"));
            for (int i = 0; i < STALLED; i++) {
                assertEquals("slow consumer", clients.end());
            }
            clients.send(sent);
            assertEquals(1, clients.connected());
        }
    }
}
