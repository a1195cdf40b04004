package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred clients that stop reading under broadcast load: the server's memory stays flat, and the one that reads misses nothing. */
class BackPressureSoak {
    private static final int STALLED = 200;
    private static final long MARGIN = 32L << 20;

    @TempDir
    private Path docBase;

    @Test
    void memory_staysFlat() throws Exception {
        try (StalledClients clients = new StalledClients(docBase, STALLED)) {
            long before = usedHeap();
            long most = before;
            int sent = 0;
            while (!clients.allEnded()) {
                clients.send(sent++);
                most = sent % 50 == 0 ? Math.max(most, usedHeap()) : most;
            }
            while (sent % 1000 != 0) {
                clients.send(sent++);
            }
            long grown = Math.max(most, usedHeap()) - before;
            assertTrue(grown < (long) STALLED * StalledClients.QUEUE + MARGIN, grown + " bytes more");
            for (int i = 0; i < STALLED; i++) {
                assertEquals("slow consumer", clients.end());
            }
            assertEquals(1, clients.connected());
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
