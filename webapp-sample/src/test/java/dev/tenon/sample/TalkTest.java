package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said, and who hears it. */
class TalkTest {
    private final ADesk desk = new ADesk();

    @BeforeEach
    void anna_talksToMia() {
        desk.agents.came("mia", "m1");
        desk.customers.came("anna", "a1");
        desk.wrote("anna", "Hello");
        desk.agents.came("leo", "l1");
        desk.told();
    }

    @Test
    void message_reachesTheTwoOfItsConversationAndNobodyElse() {
        desk.wrote("anna", "Is the table here?");
        assertEquals(
                List.of(Notice.customerRoom("anna"), Notice.agentRoom("mia")),
                desk.told().stream().map(Notice::room).toList());
    }

    @Test
    void messageSentTwice_isOne_andAnsweredTwice() {
        Message first = desk.wrote("anna", "Is the table here?");
        desk.told();
        assertEquals(first, desk.wrote("anna", "Is the table here?"));
        assertEquals(List.of(), desk.told());
        assertEquals(2, first.seq());
    }

    @Test
    void messageOfTheWrongLength_isRefused() {
        assertThrows(RefusedException.class, () -> desk.wrote("anna", " "));
        assertThrows(RefusedException.class, () -> Draft.ofCustomer("k1", "x".repeat(2001)));
        assertThrows(RefusedException.class, () -> Draft.ofCustomer("", "x"));
    }

    @Test
    void messagesOfManyAtOnce_areAllStored_eachInAPlaceOfItsOwn() throws Exception {
        long id = desk.idOf("anna");
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Callable<Message>> writers = IntStream.range(0, 40)
                .<Callable<Message>>mapToObj(i -> () -> i % 2 == 0
                        ? desk.desk
                                .messages()
                                .add(id, Draft.ofCustomer("k" + i / 4, "from anna"), i)
                                .message()
                        : desk.desk
                                .messages()
                                .add(id, Draft.ofAgent("Mia", "k" + i / 4, "from mia"), i)
                                .message())
                .toList();
        try {
            many.invokeAll(writers);
        } finally {
            many.shutdown();
        }
        List<Message> stored = desk.desk.messages().before(id, Integer.MAX_VALUE, 100);
        assertEquals(
                IntStream.rangeClosed(1, 21).boxed().toList(),
                stored.stream().map(Message::seq).toList());
    }

    @Test
    void agent_cannotReachTheCustomerOfAnother() {
        long id = desk.idOf("anna");
        assertThrows(RefusedException.class, () -> desk.agents.write("leo", id, "k1", "Hello"));
        assertThrows(RefusedException.class, () -> desk.agents.mark("leo", id, new Mark(1, 1)));
        assertThrows(RefusedException.class, () -> desk.agents.typing("leo", id));
        assertThrows(RefusedException.class, () -> desk.agents.close("leo", id, 1));
        assertThrows(RefusedException.class, () -> desk.agents.handOver("leo", id, "leo"));
        assertThrows(RefusedException.class, () -> desk.agents.take("leo", id));
        assertThrows(RefusedException.class, () -> desk.agents.write("leo", 4711, "k1", "Hello"));
    }

    @Test
    void marks_goForwardOnly_andAreToldToBoth() {
        long id = desk.idOf("anna");
        desk.agents.mark("mia", id, new Mark(1, 1));
        assertEquals(
                List.of(
                        Notice.of(Notice.customerRoom("anna"), "mark", Side.agent, new Mark(1, 1)),
                        Notice.of(Notice.agentRoom("mia"), "mark", id, Side.agent, new Mark(1, 1))),
                desk.told());
        desk.agents.mark("mia", id, new Mark(1, 0));
        desk.agents.mark("mia", id, new Mark(4711, 4711));
        desk.agents.mark("mia", id, new Mark(0, 1));
        assertEquals(List.of(), desk.told());
    }

    @Test
    void typing_isToldToTheOtherSide() {
        desk.customers.typing("anna");
        desk.agents.typing("mia", desk.idOf("anna"));
        assertEquals(
                List.of(
                        Notice.of(Notice.agentRoom("mia"), "typing", desk.idOf("anna")),
                        Notice.of(Notice.customerRoom("anna"), "typing")),
                desk.told());
    }

    @Test
    void handedOver_isTheColleagues() {
        long id = desk.idOf("anna");
        desk.agents.handOver("mia", id, "leo");
        assertEquals("leo", desk.agentOf("anna"));
        assertThrows(RefusedException.class, () -> desk.agents.write("mia", id, "k1", "Hello"));
        desk.agents.left("mia", "m1");
        assertThrows(RefusedException.class, () -> desk.agents.handOver("leo", id, "mia"));
    }

    @Test
    void closed_isOffTheDesk_untilTheCustomerWrites() {
        long id = desk.idOf("anna");
        desk.agents.close("mia", id, 1);
        assertEquals(List.of(), desk.desk.conversations().onDeskOf("mia"));
        desk.told();
        desk.wrote("anna", "One more thing");
        assertEquals(
                id,
                ((Desk.Entry) desk.told(Notice.agentRoom("mia"), "conversation")
                                .args()
                                .get(0))
                        .id());
    }

    @Test
    void conversationInWhichTheCustomerHasJustWritten_isNotClosed() {
        long id = desk.idOf("anna");
        desk.wrote("anna", "One more thing");
        desk.told();
        assertThrows(RefusedException.class, () -> desk.agents.close("mia", id, 1));
        assertEquals(List.of(), desk.told());
        assertEquals(1, desk.desk.conversations().waiting().size());
        desk.agents.close("mia", id, 2);
        assertEquals(List.of(), desk.desk.conversations().waiting());
    }

    @Test
    void conversationThatTheCustomerHasJustReopened_isNotTakenFromItsAgent() {
        long id = desk.idOf("anna");
        desk.agents.close("mia", id, 1);
        Conversation closed = desk.desk.conversations().find(id).orElseThrow();
        desk.wrote("anna", "One more thing");
        desk.desk.hand(closed, "leo");
        assertEquals("mia", desk.agentOf("anna"));
    }

    @Test
    void messageThatWasOnItsWayWhenTheCustomerWasHandedOver_isToldToTheNewAgent() {
        Conversation before = desk.desk.conversations().of("anna").orElseThrow();
        desk.agents.handOver("mia", before.id(), "leo");
        desk.told();
        desk.desk.write(before, Draft.ofCustomer("k1", "Are you there?"));
        assertEquals(
                List.of(Notice.customerRoom("anna"), Notice.agentRoom("leo")),
                desk.told().stream().map(Notice::room).toList());
    }

    @Test
    void search_findsWordsInAnyCase_andTakesNothingForAPattern() {
        desk.wrote("anna", "A 100% OAK table");
        assertEquals(1, desk.agents.search("oak TABLE").size());
        assertEquals(1, desk.agents.search("100%").size());
        assertEquals(0, desk.agents.search("100_").size());
        assertEquals(0, desk.agents.search("o%k").size());
        assertEquals(0, desk.agents.search(" ").size());
    }

    @Test
    void longConversation_comesPageByPage() {
        IntStream.range(0, 40).forEach(i -> desk.wrote("anna", "message " + i));
        List<?> page = (List<?>) desk.view("anna", "a2").get("messages");
        assertEquals(Desk.PAGE, page.size());
        List<Message> before = desk.customers.before("anna", ((Message) page.get(0)).seq());
        assertEquals(1, before.get(0).seq());
        assertEquals(11, before.size());
    }

    @Test
    void file_isStoredWithItsMessage() {
        byte[] bytes = {1, 2, 3};
        UploadedContent file =
                new UploadedContent(new Attachment("Oak.png", "image/png", 3), () -> new ByteArrayInputStream(bytes));
        Message message = desk.customers.write("anna", new Draft("f1", Side.customer, null, "", file));
        assertEquals("Oak.png", message.file().name());
        assertArrayEquals(bytes, desk.desk.messages().content(desk.idOf("anna"), message.seq()));
        assertEquals(1, desk.agents.search("oak.PNG").size());
    }
}
