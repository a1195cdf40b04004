package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final Desk desk = new Desk(id -> id.toUpperCase(Locale.ROOT), Clock.systemUTC());

    @Test
    void customer_isServedByTheAgentWhoIsThere() {
        desk.agentCame("mia", "m1");

        List<Notice> notices = desk.customerCame("anna", "a1");

        assertEquals(Map.of("name", "MIA", "online", true), view(notices, "a1").get("agent"));
        assertEquals("anna", conversation(notices, "agent:mia").get("id"));
    }

    @Test
    void customer_isServedByTheAgentWithTheFewestConversations() {
        desk.agentCame("leo", "l1");
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");

        List<Notice> notices = desk.customerCame("bert", "b1");

        assertEquals("bert", conversation(notices, "agent:mia").get("id"));
    }

    @Test
    void customerOfNobody_waitsAndIsFoundByTheNextAgent() throws RefusedException {
        assertEquals(Map.of(), view(desk.customerCame("anna", "a1"), "a1").get("agent"));
        desk.customerWrote("anna", "k1", "Hello?");

        List<Notice> notices = desk.agentCame("mia", "m1");

        assertEquals(1, conversations(notices, "m1").size());
        assertEquals(1, conversations(notices, "m1").get(0).get("unread"));
        assertTrue(notices.contains(Notice.of("customer:anna", "agent", Map.of("name", "MIA", "online", true))));
    }

    @Test
    void message_reachesTheTwoOfItsConversationAndNobodyElse() throws RefusedException {
        desk.agentCame("leo", "l1");
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.customerCame("bert", "b1");

        List<Notice> notices = desk.customerWrote("anna", "k1", "Hello");

        assertEquals(
                List.of("customer:anna", "agent:leo"),
                notices.stream().map(Notice::room).toList());
    }

    @Test
    void messageSentTwice_isOne() throws RefusedException {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.customerWrote("anna", "k1", "Hello");

        assertEquals(List.of(), desk.customerWrote("anna", "k1", "Hello"));
        assertEquals(1, ((List<?>) view(desk.customerCame("anna", "a2"), "a2").get("messages")).size());
    }

    @Test
    void messageOfTheWrongLength_isRefused() {
        desk.customerCame("anna", "a1");

        assertThrows(RefusedException.class, () -> desk.customerWrote("anna", "k1", " "));
        assertThrows(RefusedException.class, () -> desk.customerWrote("anna", "k1", "x".repeat(2001)));
    }

    @Test
    void agent_cannotReachTheCustomerOfAnother() {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.agentCame("leo", "l1");

        assertThrows(RefusedException.class, () -> desk.agentWrote("leo", "anna", "k1", "Hello"));
        assertThrows(RefusedException.class, () -> desk.agentRead("leo", "anna"));
        assertThrows(RefusedException.class, () -> desk.agentWrote("leo", "nobody", "k1", "Hello"));
    }

    @Test
    void readMessages_countNoMore() throws RefusedException {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.customerWrote("anna", "k1", "Hello");

        assertEquals(List.of(Notice.of("agent:mia", "read", "anna")), desk.agentRead("mia", "anna"));
        assertEquals(0, conversations(desk.agentCame("mia", "m2"), "m2").get(0).get("unread"));
    }

    @Test
    void severalTabs_areOneCustomer() throws RefusedException {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.customerWrote("anna", "k1", "Hello");
        desk.customerCame("anna", "a2");

        assertEquals(List.of(), desk.customerLeft("anna", "a1"));
        assertEquals(List.of(Notice.of("agent:mia", "presence", "anna", false)), desk.customerLeft("anna", "a2"));
    }

    @Test
    void customerWhoNeverWrote_isForgottenOnLeaving() {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");

        assertEquals(List.of(Notice.of("agent:mia", "closed", "anna")), desk.customerLeft("anna", "a1"));
        assertEquals(List.of(), conversations(desk.agentCame("mia", "m2"), "m2"));
    }

    @Test
    void agentWhoReloads_keepsTheCustomers() throws RefusedException {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.agentCame("leo", "l1");
        assertEquals(
                List.of(Notice.of("customer:anna", "agent", Map.of("name", "MIA", "online", false))),
                desk.agentLeft("mia", "m1"));

        assertEquals(1, conversations(desk.agentCame("mia", "m2"), "m2").size());
    }

    @Test
    void agentWhoSignsOut_leavesTheCustomersToTheOthers() {
        desk.agentCame("mia", "m1");
        desk.customerCame("anna", "a1");
        desk.agentCame("leo", "l1");
        desk.agentLeft("mia", "m1");

        List<Notice> notices = desk.agentSignedOut("mia");

        assertEquals("anna", conversation(notices, "agent:leo").get("id"));
        assertTrue(notices.contains(Notice.of("agent:mia", "closed", "anna")));
    }

    @Test
    void agentWhoSignsOutInOneOfTwoBrowsers_staysAtTheDesk() {
        desk.agentCame("mia", "m1");
        desk.agentCame("mia", "m2");
        desk.customerCame("anna", "a1");
        desk.agentLeft("mia", "m1");

        assertEquals(List.of(), desk.agentSignedOut("mia"));
    }

    @Test
    void longConversation_forgetsItsBeginning() throws RefusedException {
        desk.customerCame("anna", "a0");
        for (int i = 0; i <= Conversation.MAX_MESSAGES; i++) {
            desk.customerWrote("anna", "k" + i, "message " + i);
        }

        List<?> messages = (List<?>) view(desk.customerCame("anna", "a1"), "a1").get("messages");

        assertEquals(Conversation.MAX_MESSAGES, messages.size());
        assertEquals("message 1", ((Map<?, ?>) messages.get(0)).get("text"));
    }

    private static Map<?, ?> view(List<Notice> notices, String socket) {
        return (Map<?, ?>) only(notices, socket, "desk");
    }

    private static Map<?, ?> conversation(List<Notice> notices, String room) {
        return (Map<?, ?>) only(notices, room, "conversation");
    }

    private static List<Map<?, ?>> conversations(List<Notice> notices, String socket) {
        return ((List<?>) view(notices, socket).get("conversations"))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    private static Object only(List<Notice> notices, String room, String event) {
        return notices.stream()
                .filter(notice -> notice.room().equals(room) && notice.event().equals(event))
                .map(notice -> notice.args().get(0))
                .reduce((one, two) -> {
                    throw new AssertionError("two of them: " + notices);
                })
                .orElseThrow();
    }
}
