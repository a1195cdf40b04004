package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.tenon.Tenon;
import dev.tenon.web.TomcatApp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.catalina.LifecycleException;
import org.apache.tomcat.websocket.server.WsSci;

/** A server that sends more than some of its clients read, and one client that reads all. */
final class StalledClients implements AutoCloseable {
    static final int QUEUE = 128 << 10;
    private static final String MESSAGE = "x".repeat(20_000);

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> joined = new LinkedBlockingQueue<>();
    private final List<RawSocket> stalled = new ArrayList<>();
    private final TomcatApp app;
    private final URI uri;
    private final Realtime io;
    private final WireSocket reader;

    StalledClients(Path docBase, int count) throws Exception {
        app = TomcatApp.at("", docBase)
                .param("tenon.realtime.maxQueueSize", String.valueOf(QUEUE))
                .param("tenon.realtime.pingInterval", "10m"); // nobody here answers a ping
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        uri = app.uri("/socket.io/?EIO=4&transport=websocket");
        io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> {
            socket.onDisconnect(ends::add);
            joined.add(socket);
        });
        reader = new WireSocket(HttpClient.newHttpClient(), uri);
        reader.next();
        reader.send("40").next();
        stall(count);
    }

    private void stall(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            stalled.add(RawSocket.stalled(uri));
        }
        for (int i = 0; i <= count; i++) {
            assertNotNull(joined.poll(10, TimeUnit.SECONDS), "not all joined");
        }
    }

    /** Returns what an operator reads in JMX. */
    long meter(String name) throws JMException {
        ObjectName realtime = new ObjectName("dev.tenon:type=realtime,context=\"/\"");
        return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(realtime, name);
    }

    int connected() {
        return io.sockets().size();
    }

    /** Sends a message that may be lost. */
    void sendVolatile() {
        io.asVolatile().emit("volatile", MESSAGE);
    }

    /** Sends a message, and waits until the reader has it. */
    void send(int number) throws InterruptedException {
        io.emit("message", number, MESSAGE);
        String message = reader.next();
        while (message != null && message.startsWith("42[\"volatile\"")) {
            message = reader.next();
        }
        assertEquals("42[\"message\"," + number + ",\"" + MESSAGE + "\"]", message);
    }

    /** Returns the reason of the next end; null if none came in ten seconds. */
    String end() throws InterruptedException {
        return ends.poll(10, TimeUnit.SECONDS);
    }

    boolean allEnded() {
        return ends.size() >= stalled.size();
    }

    @Override
    public void close() throws IOException, LifecycleException {
        for (RawSocket socket : stalled) {
            socket.close();
        }
        reader.close();
        app.close();
    }
}
