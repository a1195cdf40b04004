package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.LocalSockets;
import dev.tenon.realtime.adapter.MemoryAdapter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A socket whose connection ends, on another thread, while it enters its namespace. */
class EnteringTest {
    private final Set<Object> left = new TreeSet<>();
    private FakeClient client;

    /** Returns an adapter before which the connection ends when a socket is added, and which knows who was not removed. */
    private Adapter adapter(LocalSockets sockets) {
        MemoryAdapter memory = new MemoryAdapter(sockets);
        return (Adapter) Proxy.newProxyInstance(
                EnteringTest.class.getClassLoader(), new Class<?>[] {Adapter.class}, (proxy, method, args) -> {
                    if (method.getName().equals("add")) {
                        client.goes("transport close");
                    }
                    watch(method, args);
                    return method.invoke(memory, args);
                });
    }

    private void watch(Method method, Object... args) {
        switch (method.getName()) {
            case "add" -> left.add(args[0]);
            case "remove" -> left.remove(args[0]);
            default -> {
                // does not say who is there
            }
        }
    }

    @Test
    void socket_thatEndsWhileItEnters_leavesNothingBehind() {
        RealtimeServer io = new RealtimeServer(
                RealtimeOptions.builder().adapter(this::adapter).build(),
                new ManualTimer(),
                Runnable::run,
                new FakeSessions());
        io.use((socket, next) -> {
            throw new AssertionError("it has ended");
        });
        client = new FakeClient(io);
        client.sends("0");
        assertEquals(Set.of(), left);
        assertTrue(io.sockets().isEmpty());
    }
}
