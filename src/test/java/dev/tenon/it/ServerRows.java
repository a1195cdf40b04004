package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** What is asked of the server itself, after it did most of its work. */
final class ServerRows extends Rows {
    ServerRows() {
        row("server listens on loopback only", ServerRows::loopback);
    }

    private static void loopback(Server server) throws Exception {
        Listeners listeners = new Listeners(server.pid());
        assumeTrue(listeners.areKnown(), "only Linux tells");
        assertNotEquals(List.of(), listeners.all());
        assertEquals(List.of(), listeners.reachable());
    }
}
