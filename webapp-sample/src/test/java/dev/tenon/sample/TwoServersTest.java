package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two servers with one database are one desk. */
class TwoServersTest {
    private final ADesk here = new ADesk();
    private final ADesk there = here.another();

    @Test
    void agentOfTheOtherServer_serves() {
        there.agents.came("mia", "m1");
        assertEquals(
                Map.of("name", "Mia", "online", true), here.view("anna", "a1").get("agent"));
        here.wrote("anna", "Hello");
        assertEquals("mia", here.agentOf("anna"));
    }

    @Test
    void customer_isToldHere_thatAnAgentCameThere() {
        here.customers.came("anna", "a1");
        here.told();
        there.agents.came("mia", "m1");
        assertEquals(
                List.of(Map.of("name", "Mia", "online", true)),
                here.told(Notice.customerRoom("anna"), "agent").args());
    }

    @Test
    void agent_seesThatACustomerCameAndLeftThere() {
        here.agents.came("mia", "m1");
        there.customers.came("anna", "a1");
        there.wrote("anna", "Hello");
        here.told();
        there.customers.left("anna", "a1");
        assertEquals(List.of(here.idOf("anna"), false), presence());
        there.customers.came("anna", "a2");
        assertEquals(List.of(here.idOf("anna"), true), presence());
    }

    private List<Object> presence() {
        return here.told(Notice.agentRoom("mia"), "presence").args();
    }

    @Test
    void tabsAtTwoServers_areOneCustomer() {
        here.agents.came("mia", "m1");
        here.customers.came("anna", "a1");
        there.customers.came("anna", "a2");
        here.wrote("anna", "Hello");
        assertEquals(1, there.desk.figures().customers());
        here.told();
        here.customers.left("anna", "a1");
        assertEquals(List.of(), here.told());
        there.customers.left("anna", "a2");
        assertEquals(List.of(here.idOf("anna"), false), presence());
    }

    @Test
    void agent_handsOverToAColleagueThere() {
        here.agents.came("mia", "m1");
        here.wrote("anna", "Hello");
        there.agents.came("leo", "l1");
        here.agents.handOver("mia", here.idOf("anna"), "leo");
        assertEquals("leo", there.agentOf("anna"));
    }

    @Test
    void agentWhoSignsOutAtBothServers_isGone_whicheverHearsOfItFirst() {
        here.agents.came("mia", "m1");
        there.agents.came("mia", "m2");
        there.agents.came("leo", "l1");
        here.customers.came("anna", "a1");
        here.wrote("anna", "Hello");
        here.agents.handOver(here.agentOf("anna"), here.idOf("anna"), "mia");
        there.agents.left("mia", "m2");
        there.agents.signedOut("mia");
        assertEquals("mia", here.agentOf("anna"));
        here.agents.left("mia", "m1");
        here.agents.signedOut("mia");
        assertEquals("leo", here.agentOf("anna"));
    }

    @Test
    void serverThatEndsWithoutAWord_takesItsPeopleAlong() {
        here.agents.came("mia", "m1");
        there.agents.came("leo", "l1");
        there.customers.came("anna", "a1");
        there.wrote("anna", "Hello");
        there.cutOff();
        here.told();
        here.pass(OtherServers.SILENCE.plusSeconds(1));
        here.servers.forgetSilent();
        assertFalse(here.desk.agents().isHere("leo"));
        assertEquals(0, here.desk.figures().customers());
        assertTrue(here.told().stream().anyMatch(notice -> notice.event().equals("colleagues")));
    }

    @Test
    void serverThatStartsLater_learnsWhoIsHere() {
        here.agents.came("mia", "m1");
        ADesk later = here.another();
        assertFalse(later.desk.agents().isHere("mia"));
        later.desk.others().tellAll(Map.of("websocket", 2));
        assertTrue(later.desk.agents().isHere("mia"));
        here.desk.others().tellAll(Map.of("websocket", 1, "polling", 3));
        assertEquals(Map.of("websocket", 3, "polling", 3), later.desk.others().connections());
        later.desk.others().tellGoodbye();
        assertEquals(Map.of("websocket", 1, "polling", 3), here.desk.others().connections());
    }

    @Test
    void oneServerAlone_knowsNobodyElse() {
        ADesk alone = new ADesk();
        alone.wrote("anna", "Hello");
        assertNull(alone.agentOf("anna"));
    }
}
