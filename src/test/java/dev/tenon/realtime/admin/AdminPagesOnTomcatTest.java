package dev.tenon.realtime.admin;

import static dev.tenon.realtime.admin.AdminServer.connected;
import static dev.tenon.realtime.admin.AdminServer.next;
import static dev.tenon.realtime.admin.AdminServer.packet;
import static dev.tenon.realtime.admin.AdminServer.toldOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.realtime.WireSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What pages are told and may ask for; {@code AdminUiIT} says it with the stock client, to the reference, too. */
class AdminPagesOnTomcatTest extends AdminFixture {
    @Test
    void page_isToldWhatSocketsDo() throws Exception {
        AdminServer app = start("realtime.admin.auth", "false");
        WireSocket page = app.page();
        assertEquals(
                List.of(Map.of(
                        "supportedFeatures",
                        List.of(
                                "EMIT",
                                "JOIN",
                                "LEAVE",
                                "DISCONNECT",
                                "MJOIN",
                                "MLEAVE",
                                "MDISCONNECT",
                                "AGGREGATED_EVENTS",
                                "ALL_EVENTS"))),
                next(page, "config"));
        WireSocket client = app.client();
        String id = app.onlySocket().id();
        Map<?, ?> told = connected("/", page);
        assertEquals(id, told.get("id"));
        assertEquals("/", told.get("nsp"));
        assertEquals(app.onlySocket().clientId(), told.get("clientId"));
        assertEquals("websocket", told.get("transport"));
        assertEquals(Map.of(), told.get("data"));
        assertEquals(List.of(id), told.get("rooms"));

        app.onlySocket().join("room");
        assertEquals(List.of("/", "room", id), next(page, "room_joined").subList(0, 3));
        app.onlySocket().leave("room");
        assertEquals(List.of("/", "room", id), next(page, "room_left").subList(0, 3));
        client.send("42[\"hello\",{\"a\":1}]");
        assertEquals(
                List.of("/", id, List.of("hello", Map.of("a", 1))),
                next(page, "event_received").subList(0, 3));
        app.io().emit("news", new byte[4]);
        assertEquals(
                List.of("/", id, List.of("news", "4 bytes")),
                next(page, "event_sent").subList(0, 3));
        app.onlySocket().data().put("name", "Ann");
        assertEquals(
                Map.of("id", id, "nsp", "/", "data", Map.of("name", "Ann")),
                next(page, "socket_updated").get(0));
        client.send("41");
        assertEquals(
                List.of("/", id, "client namespace disconnect"),
                next(page, "socket_disconnected").subList(0, 3));
    }

    @Test
    void page_isToldOfTheServer_inProductionOfNothingElse() throws Exception {
        AdminServer app = start(
                "realtime.admin.auth", "false", "realtime.admin.mode", "production", "realtime.admin.serverId", "one");
        WireSocket page = app.page();
        WireSocket client = app.client();
        client.send("42[\"hello\"]").close();
        Set<String> heard = new HashSet<>();
        Set<Object> counted = new HashSet<>();
        while (!counted.contains("rawDisconnection")) {
            String packet = page.next();
            List<?> event = (List<?>) Json.parse(packet.substring(packet.indexOf('[')));
            heard.add((String) event.get(0));
            if (event.get(0).equals("server_stats")) {
                Map<?, ?> stats = (Map<?, ?>) event.get(1);
                assertEquals("one", stats.get("serverId"));
                assertTrue(stats.get("namespaces").toString().contains("/admin"));
                ((List<?>) stats.get("aggregatedEvents"))
                        .forEach(count -> counted.add(((Map<?, ?>) count).get("type")));
            }
        }
        assertEquals(Set.of("config", "server_stats"), heard);
        assertEquals(
                Set.of("rawConnection", "rawDisconnection", "packetsIn", "bytesIn", "packetsOut", "bytesOut"), counted);
    }

    @Test
    void commands_areObeyed() throws Exception {
        AdminServer app = start("realtime.admin.auth", "false");
        WireSocket page = app.page();
        WireSocket first = app.client();
        String id = app.onlySocket().id();
        WireSocket second = app.client();
        page.send("42/admin,[\"join\",\"/\",\"room\",\"" + id + "\"]");
        assertEquals(List.of("/", "room", id), joined(page, "room"));
        page.send("42/admin,[\"emit\",\"/\",\"room\",\"hey\",1]", "42/admin,[\"emit\",\"/\",null,\"all\"]");
        assertEquals("42[\"hey\",1]", first.next());
        assertEquals("42[\"all\"]", first.next());
        assertEquals("42[\"all\"]", second.next());
        page.send("42/admin,[\"leave\",\"/\",\"room\"]");
        assertEquals(List.of("/", "room", id), next(page, "room_left").subList(0, 3));
        page.send("42/admin,[\"_disconnect\",\"/\",false,\"" + id + "\"]");
        assertEquals("41", first.next());
        assertEquals(
                List.of("/", id, "server namespace disconnect"),
                next(page, "socket_disconnected").subList(0, 3));
        page.send("42/admin,[\"_disconnect\",\"/\",true]");
        assertEquals("41", second.next());
        assertEquals("closed", second.next());
    }

    private static List<?> joined(WireSocket page, String room) throws Exception {
        for (List<?> told = next(page, "room_joined"); ; told = next(page, "room_joined")) {
            if (told.get(1).equals(room)) {
                return told.subList(0, 3);
            }
        }
    }

    @Test
    void commands_thatAreWrong_doNothing() throws Exception {
        AdminServer app = start("realtime.admin.auth", "false");
        WireSocket page = app.page();
        WireSocket client = app.client();
        page.send(
                "42/admin,[\"_disconnect\",\"/\",true,[\"room\"]]",
                "42/admin,[\"_disconnect\",\"/nowhere\",true]",
                "42/admin,[\"_disconnect\"]",
                "42/admin,[\"emit\",\"/\",null,\"disconnect\"]",
                "42/admin,[\"emit\",\"/\",null,\"after\"]");
        assertEquals("42[\"after\"]", client.next());
        assertFalse(app.io().counts().sockets().containsKey("/nowhere"));
    }

    @Test
    void commands_ofAPageThatMayOnlyLook_areNotTaken() throws Exception {
        AdminServer app = start("realtime.admin.auth", "false", "realtime.admin.readonly", "true");
        WireSocket page = app.page();
        assertEquals(
                List.of(Map.of("supportedFeatures", List.of("AGGREGATED_EVENTS", "ALL_EVENTS"))), next(page, "config"));
        WireSocket client = app.client();
        String id = app.onlySocket().id();
        page.send(
                "42/admin,[\"join\",\"/\",\"room\"]",
                "42/admin,[\"leave\",\"/\",\"" + id + "\"]",
                "42/admin,[\"emit\",\"/\",null,\"hey\"]",
                "42/admin,[\"_disconnect\",\"/\",true]",
                "40");
        packet(page, "40{"); // answered in its turn: what the page said before was heard
        assertEquals(Set.of(id), app.io().socket(id).orElseThrow().rooms());
        app.io().emit("still here");
        assertEquals("42[\"still here\"]", client.next());
    }

    @Test
    void newNamespace_isWatchedFromItsFirstEventOn() throws Exception {
        AdminServer app = start("realtime.admin.auth", "false");
        WireSocket page = app.page();
        app.io().of(Pattern.compile("/order-\\d+")).onConnection(socket -> socket.emit("welcome"));
        app.open().send("40/order-7,");
        assertEquals("/order-7", next(page, "room_joined").get(0));
        connected("/order-7", page);
        assertEquals(List.of("welcome"), next(page, "event_sent").get(2));
    }

    @Test
    void handshake_isShownWithoutSecrets() throws Exception {
        AdminServer app = start("realtime.admin.auth", "false");
        app.client(
                "Cookie",
                "JSESSIONID=c",
                "Authorization",
                "Basic YQ==",
                "X-Shown",
                "yes",
                "Referer",
                "https://a/b;jsessionid=c?d=e");
        String told = Json.write(toldOf("/", app.page()).get("handshake"));
        assertTrue(told.contains("\"x-shown\":\"yes\"") && told.contains("\"name\":\"ann\""), told);
        assertTrue(told.contains("\"referer\":\"https://a/b\""), told);
        assertFalse(
                Pattern.compile("(?i)cookie|authorization|token|jsessionid|websocket-key|d=e")
                        .matcher(told)
                        .find(),
                told);
    }

    @Test
    void secretIdOfAnOldClient_isNotShown() throws Exception {
        AdminServer app = start("realtime.allowEIO3", "true", "realtime.admin.auth", "false");
        WireSocket page = app.page();
        WireSocket old = app.openOld();
        String sid = (String) ((Map<?, ?>) Json.parse(old.next().substring(1))).get("sid");
        connected("/", page);
        assertFalse(Json.write(toldOf("/", app.page())).contains(sid));
        old.close();
        StringBuilder all = new StringBuilder();
        for (String packet = page.next(); !packet.contains("socket_disconnected"); packet = page.next()) {
            all.append(packet);
        }
        assertTrue(all.indexOf("room_left") > 0, all::toString);
        assertEquals(-1, all.indexOf(sid));
    }
}
