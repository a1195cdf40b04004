package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.Socket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nobody is here whose tabs are closed. */
class GhostTest {
    private final ADesk desk = new ADesk();
    private final List<Consumer<String>> ends = new ArrayList<>();

    @Test
    void agentWhoCameWhileTheDatabaseFailed_isAwayOnceTheTabIsClosed() {
        desk.wrote("anna", "Hello");
        desk.loseTheHistory();
        assertThrows(IllegalStateException.class, () -> new AgentEvents(desk.agents).connected("mia", socket()));
        assertTrue(desk.desk.agents().isHere("mia"));
        end();
        assertFalse(desk.desk.agents().isHere("mia"));
    }

    @Test
    void customerWhoCameWhileTheDatabaseFailed_isAwayOnceTheTabIsClosed() {
        desk.loseTheHistory();
        assertThrows(IllegalStateException.class, () -> new CustomerEvents(desk.customers).connected("anna", socket()));
        assertTrue(desk.desk.customers().isHere("anna"));
        end();
        assertFalse(desk.desk.customers().isHere("anna"));
    }

    private void end() {
        try {
            ends.forEach(end -> end.accept("transport close"));
        } catch (IllegalStateException e) {
            return; // nobody can be told
        }
    }

    /** A socket that keeps who wants to know of its end. */
    @SuppressWarnings("unchecked")
    private Socket socket() {
        return (Socket) Proxy.newProxyInstance(
                GhostTest.class.getClassLoader(), new Class<?>[] {Socket.class}, (self, method, arguments) -> {
                    if (method.getName().equals("onDisconnect")) {
                        ends.add((Consumer<String>) arguments[0]);
                    }
                    return method.getName().equals("id") ? "s1" : self;
                });
    }
}
