package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who serves whom. */
class DeskTest {
    private final ADesk desk = new ADesk();

    @Test
    void customer_isToldWhoIsHere_beforeAWordIsSaid() {
        desk.agents.came("mia", "m1");
        assertEquals(
                Map.of("name", "Mia", "online", true), desk.view("anna", "a1").get("agent"));
    }

    @Test
    void customer_isServedByTheAgentWithTheFewestConversations() {
        desk.agents.came("leo", "l1");
        desk.agents.came("mia", "m1");
        desk.wrote("anna", "Hello");
        desk.wrote("bert", "Good evening");
        assertEquals("leo", desk.agentOf("anna"));
        assertEquals("mia", desk.agentOf("bert"));
    }

    @Test
    void customerOfNobody_waitsAndIsFoundByTheNextAgent() {
        assertEquals(Map.of(), desk.view("anna", "a1").get("agent"));
        desk.wrote("anna", "Hello?");
        assertNull(desk.agentOf("anna"));

        desk.told();
        desk.agents.came("mia", "m1");
        List<Notice> told = desk.told();

        assertEquals("mia", desk.agentOf("anna"));
        assertTrue(
                told.contains(Notice.of(Notice.customerRoom("anna"), "agent", Map.of("name", "Mia", "online", true))));
    }

    @Test
    void agentWhoReloads_keepsTheCustomers() {
        desk.agents.came("mia", "m1");
        desk.wrote("anna", "Hello");
        desk.agents.came("leo", "l1");
        desk.agents.left("mia", "m1");
        desk.wrote("anna", "Are you there?");
        desk.desk.lookAround();
        assertEquals("mia", desk.agentOf("anna"));
    }

    @Test
    void agentWhoIsGoneForLong_leavesWhoWaitsToTheOthers() {
        desk.agents.came("mia", "m1");
        desk.wrote("anna", "Hello");
        desk.agents.came("leo", "l1");
        desk.agents.left("mia", "m1");
        desk.pass(Desk.PATIENCE.plusSeconds(1));
        desk.told();
        desk.desk.lookAround();
        assertEquals("leo", desk.agentOf("anna"));
        assertEquals(
                List.of(desk.idOf("anna")),
                desk.told(Notice.agentRoom("mia"), "gone").args());
    }

    @Test
    void agentWhoSignsOut_leavesWhoIsHereToTheOthers() {
        desk.agents.came("mia", "m1");
        desk.customers.came("anna", "a1");
        desk.wrote("anna", "Hello");
        desk.agents.write("mia", desk.idOf("anna"), "k1", "Hello Anna");
        desk.agents.came("leo", "l1");
        desk.agents.left("mia", "m1");
        desk.agents.signedOut("mia");
        assertEquals("leo", desk.agentOf("anna"));
    }

    @Test
    void agentWhoSignsOutInOneOfTwoBrowsers_staysAtTheDesk() {
        desk.agents.came("mia", "m1");
        desk.agents.came("mia", "m2");
        desk.wrote("anna", "Hello");
        desk.agents.came("leo", "l1");
        desk.agents.left("mia", "m1");
        desk.agents.signedOut("mia");
        assertEquals("mia", desk.agentOf("anna"));
    }

    @Test
    void restart_forgetsNothing_andGivesAgentsTimeToComeBack() {
        desk.agents.came("mia", "m1");
        desk.wrote("anna", "Hello");
        ADesk restarted = desk.restarted();
        restarted.agents.came("leo", "l1");
        assertEquals("mia", restarted.agentOf("anna"));
        restarted.pass(Desk.PATIENCE.plusSeconds(1));
        restarted.desk.lookAround();
        assertEquals("leo", restarted.agentOf("anna"));
        assertEquals(1, ((List<?>) restarted.view("anna", "a1").get("messages")).size());
    }

    @Test
    void severalTabs_areOneCustomer() {
        desk.agents.came("mia", "m1");
        desk.wrote("anna", "Hello");
        desk.customers.came("anna", "a1");
        desk.customers.came("anna", "a2");
        desk.told();
        desk.customers.left("anna", "a1");
        assertEquals(List.of(), desk.told());
        desk.customers.left("anna", "a2");
        assertEquals(List.of(Notice.of(Notice.agentRoom("mia"), "presence", desk.idOf("anna"), false)), desk.told());
    }

    @Test
    void figures_sayWhoWaitsAndForHowLong() {
        desk.customers.came("anna", "a1");
        desk.wrote("anna", "Hello");
        desk.pass(Duration.ofSeconds(40));
        desk.wrote("anna", "Hello?");
        assertEquals(new Desk.Figures(1, 1, 40_000, 2), desk.desk.figures());
        desk.agents.came("mia", "m1");
        desk.agents.write("mia", desk.idOf("anna"), "k1", "Yes?");
        desk.pass(Duration.ofSeconds(40));
        assertEquals(new Desk.Figures(1, 0, 0, 2), desk.desk.figures());
    }
}
