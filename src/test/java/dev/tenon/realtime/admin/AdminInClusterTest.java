package dev.tenon.realtime.admin;

import static dev.tenon.realtime.admin.AdminServer.connected;
import static dev.tenon.realtime.admin.AdminServer.next;
import static dev.tenon.realtime.admin.AdminServer.toldOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.WireSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages and clients on two servers, which hear each other through a database. */
class AdminInClusterTest extends AdminFixture {
    private static final String PASSWORD = PasswordHash.of("changeit");
    private static final String SIGN_IN = "40/admin,{\"username\":\"root\",\"password\":\"changeit\"}";

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private AdminServer here;
    private AdminServer there;

    @BeforeEach
    void start() throws Exception {
        here = server("here");
        there = server("there");
    }

    private AdminServer server(String id) throws Exception {
        return start(
                "database.url",
                database,
                "realtime.jdbc.enabled",
                "true",
                "realtime.jdbc.pollInterval",
                "50ms",
                "realtime.admin.username",
                "root",
                "realtime.admin.password",
                PASSWORD,
                "realtime.admin.serverId",
                id);
    }

    private WireSocket page() throws Exception {
        WireSocket page = here.open().send(SIGN_IN);
        assertTrue(page.next().startsWith("40/admin,{"));
        return page;
    }

    @Test
    void page_seesTheServersAndSocketsOfBoth() throws Exception {
        there.client();
        String id = there.onlySocket().id();
        WireSocket page = page();
        Map<?, ?> told = toldOf("/", page);
        assertEquals(id, told.get("id"));
        assertEquals(there.onlySocket().clientId(), told.get("clientId"));
        there.onlySocket().join("room");
        assertEquals(List.of("/", "room", id), next(page, "room_joined").subList(0, 3));
        Set<Object> servers = new HashSet<>();
        while (servers.size() < 2) {
            servers.add(((Map<?, ?>) next(page, "server_stats").get(0)).get("serverId"));
        }
        assertEquals(Set.of("here", "there"), servers);
    }

    @Test
    void page_comesBackToTheOtherServer() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        there.io().of("/admin").onServerSideEvent("tenon:admin-session", args -> told.countDown());
        String session = (String) next(page(), "session").get(0);
        assertTrue(told.await(20, TimeUnit.SECONDS), "the other server hears of the session");
        WireSocket again = there.open().send("40/admin,{\"sessionId\":\"" + session + "\"}");
        assertTrue(again.next().startsWith("40/admin,{"));
    }

    /** Made here it would have no parent, and no middleware of it. */
    @Test
    void command_forANamespaceThatOnlyTheOtherServerHas_isObeyedThere() throws Exception {
        there.io().of(Pattern.compile("/order-\\d+"));
        WireSocket page = page();
        WireSocket client = there.open().send("40/order-7,");
        assertTrue(client.next().startsWith("40/order-7,"));
        connected("/order-7", page);
        page.send("42/admin,[\"_disconnect\",\"/order-7\",false]");
        assertEquals("41/order-7,", client.next());
        assertFalse(here.io().counts().sockets().containsKey("/order-7"));
    }
}
