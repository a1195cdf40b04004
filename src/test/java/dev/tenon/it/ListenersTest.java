package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final Listeners listeners = new Listeners(ProcessHandle.current().pid());

    @BeforeEach
    void areKnown() {
        assumeTrue(listeners.areKnown(), "not Linux");
    }

    @Test
    void loopback_isNotReachable() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            assertEquals(1, at(port, listeners.all()));
            assertEquals(0, at(port, listeners.reachable()));
        }
    }

    /** As the tables have it; no test is to listen on a network. */
    @Test
    void everyAddress_isReachable() throws IOException {
        assertEquals(new InetSocketAddress("0.0.0.0", 8080), Listeners.address("00000000:1F90"));
        assertEquals(new InetSocketAddress("::", 80), Listeners.address("00000000000000000000000000000000:0050"));
        assertEquals(new InetSocketAddress("192.168.1.2", 1), Listeners.address("0201A8C0:0001"));
        assertTrue(Listeners.address("0000000000000000FFFF00000100007F:0050")
                .getAddress()
                .isLoopbackAddress());
    }

    private static long at(int port, List<InetSocketAddress> addresses) {
        return addresses.stream().filter(address -> address.getPort() == port).count();
    }
}
