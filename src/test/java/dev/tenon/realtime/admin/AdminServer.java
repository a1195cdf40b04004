package dev.tenon.realtime.admin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.json.Json;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.Socket;
import dev.tenon.realtime.WireSocket;
import dev.tenon.web.TomcatApp;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.tomcat.websocket.server.WsSci;

/** An application in a real container, its clients, and pages that speak the wire format by hand. */
final class AdminServer implements AutoCloseable {
    private static final String WEBSOCKET = "/socket.io/?transport=websocket&token=t&name=ann&EIO=";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String EVENT = "42/admin,";

    private final TomcatApp app;

    /** @param keys names, and values */
    AdminServer(Path docBase, List<Class<?>> configurers, String... keys) throws Exception {
        app = TomcatApp.at("/shop", docBase);
        for (int i = 0; i < keys.length; i += 2) {
            app.param("tenon." + keys[i], keys[i + 1]);
        }
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start(configurers.toArray(Class<?>[]::new));
    }

    @Override
    public void close() throws LifecycleException {
        app.close();
    }

    Realtime io() {
        return Tenon.of(app.servletContext()).realtime();
    }

    /** Returns the only socket in the main namespace. */
    Socket onlySocket() {
        return io().sockets().values().iterator().next();
    }

    /** Returns a connection that joined nothing yet. */
    WireSocket open(String... headers) throws Exception {
        WireSocket client = new WireSocket(HTTP, app.uri(WEBSOCKET + 4), headers);
        assertTrue(client.next().startsWith("0{"));
        return client;
    }

    /** Returns a connection of a client of version 2, which is in the main namespace when it has read its id. */
    WireSocket openOld() {
        return new WireSocket(HTTP, app.uri(WEBSOCKET + 3));
    }

    /** Returns a client in the main namespace. */
    WireSocket client(String... headers) throws Exception {
        WireSocket client = open(headers).send("40");
        assertTrue(client.next().startsWith("40{"));
        return client;
    }

    /** Returns a page that needs no password. */
    WireSocket page() throws Exception {
        WireSocket page = open().send("40/admin,");
        assertTrue(page.next().startsWith("40/admin,{"));
        return page;
    }

    /** Returns the next packet that begins so. */
    static String packet(WireSocket page, String start) throws Exception {
        for (String packet = page.next(); packet != null; packet = page.next()) {
            if (packet.startsWith(start)) {
                return packet;
            }
        }
        throw new AssertionError("nothing begins with " + start);
    }

    /** Returns the arguments of the next event of this name that a page is told. */
    static List<?> next(WireSocket page, String event) throws Exception {
        String packet = packet(page, EVENT + "[\"" + event + "\"");
        List<?> all = (List<?>) Json.parse(packet.substring(EVENT.length()));
        return all.subList(1, all.size());
    }

    /** Returns the next new socket of a namespace that a page is told. */
    static Map<?, ?> connected(String namespace, WireSocket page) throws Exception {
        Map<?, ?> socket = Map.of();
        while (!namespace.equals(socket.get("nsp"))) {
            socket = (Map<?, ?>) next(page, "socket_connected").get(0);
        }
        return socket;
    }

    /** Returns the socket of a namespace among all that a page is told of when it comes. */
    static Map<?, ?> toldOf(String namespace, WireSocket page) throws Exception {
        return ((List<?>) next(page, "all_sockets").get(0))
                .stream()
                        .map(Map.class::cast)
                        .filter(socket -> socket.get("nsp").equals(namespace))
                        .findFirst()
                        .orElseThrow();
    }
}
