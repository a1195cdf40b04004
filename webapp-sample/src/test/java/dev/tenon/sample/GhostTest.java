package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.Socket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nobody is here who is gone. */
class GhostTest {
    private final ADesk desk = new ADesk();
    private final List<Consumer<String>> ends = new ArrayList<>();
    private boolean signedIn = true;

    @Test
    void agentWhoSignsOut_isGoneHome_thoughThePageEndsTheSocketItself() {
        new AgentEvents(desk.agents).connected("mia", socket());
        desk.wrote("anna", "Hello");
        desk.agents.came("leo", "l1");
        signedIn = false;
        end("client namespace disconnect");
        assertEquals("leo", desk.agentOf("anna"));
    }

    @Test
    void agentWhoReloads_keepsTheCustomers() {
        new AgentEvents(desk.agents).connected("mia", socket());
        desk.wrote("anna", "Hello");
        desk.agents.came("leo", "l1");
        end("transport close");
        assertEquals("mia", desk.agentOf("anna"));
    }

    @Test
    void agentWhoCameWhileTheDatabaseFailed_isAwayOnceTheTabIsClosed() {
        desk.wrote("anna", "Hello");
        desk.loseTheHistory();
        assertThrows(IllegalStateException.class, () -> new AgentEvents(desk.agents).connected("mia", socket()));
        assertTrue(desk.desk.agents().isHere("mia"));
        end("transport close");
        assertFalse(desk.desk.agents().isHere("mia"));
    }

    @Test
    void customerWhoCameWhileTheDatabaseFailed_isAwayOnceTheTabIsClosed() {
        desk.loseTheHistory();
        assertThrows(IllegalStateException.class, () -> new CustomerEvents(desk.customers).connected("anna", socket()));
        assertTrue(desk.desk.customers().isHere("anna"));
        end("transport close");
        assertFalse(desk.desk.customers().isHere("anna"));
    }

    private void end(String reason) {
        ends.forEach(end -> end.accept(reason));
    }

    /** A socket that keeps who wants to know of its end. */
    @SuppressWarnings("unchecked")
    private Socket socket() {
        return (Socket) Proxy.newProxyInstance(
                GhostTest.class.getClassLoader(), new Class<?>[] {Socket.class}, (self, method, arguments) -> {
                    if (method.getName().equals("onDisconnect")) {
                        ends.add((Consumer<String>) arguments[0]);
                    }
                    return switch (method.getName()) {
                        case "id" -> "s1";
                        case "session" -> signedIn;
                        default -> self;
                    };
                });
    }
}
