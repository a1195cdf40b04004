package dev.tenon.sample;

import static dev.tenon.sample.Notice.agentRoom;
import static dev.tenon.sample.Notice.customerRoom;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a customer may do: talk to the one agent who serves them. Thread-safe. */
final class CustomerDesk {
    private final Desk desk;

    CustomerDesk(Desk desk) {
        this.desk = desk;
    }

    /** A tab has connected. */
    void came(String customer, String socket) {
        boolean first = desk.customers().enter(customer, socket);
        desk.others().tell(Side.customer, customer);
        Optional<Conversation> known = desk.conversations().of(customer);
        if (first) {
            known.ifPresent(this::tellPresence);
        }
        desk.tellHere(socket, "desk", known.map(this::view).orElseGet(this::welcome));
    }

    /** A tab is gone. */
    void left(String customer, String socket) {
        boolean last = desk.customers().leave(customer, socket);
        desk.others().tell(Side.customer, customer);
        if (last) {
            presenceChanged(customer);
        }
    }

    /** The customer has come or is gone, here or at another server, whose agents are told there. */
    void presenceChanged(String customer) {
        if (!desk.agents().own().isEmpty()) {
            desk.conversations().of(customer).ifPresent(this::tellPresence);
        }
    }

    /** Says what is true now: a tab that closes and one that opens may be handled at once. */
    private void tellPresence(Conversation conversation) {
        if (conversation.agent() != null) {
            boolean online = desk.customers().isHere(conversation.customer());
            desk.tellHere(agentRoom(conversation.agent()), "presence", conversation.id(), online);
        }
    }

    /** Returns the message as it is stored. */
    Message write(String customer, Draft draft) {
        Conversation conversation = desk.conversations().begin(customer);
        Message message = desk.write(conversation, draft);
        if (!desk.isServed(conversation)) {
            desk.serveWhoWaits();
        } else if (conversation.closed()) {
            desk.conversations().of(customer).ifPresent(open -> desk.tellAgent(open, "conversation", desk.entry(open)));
        }
        return message;
    }

    /** The customer's page has the messages up to one place, and the customer has seen them up to another. */
    void mark(String customer, Mark mark) {
        desk.conversations().of(customer).ifPresent(conversation -> desk.mark(conversation, Side.customer, mark));
    }

    void typing(String customer) {
        desk.conversations()
                .of(customer)
                .ifPresent(conversation -> desk.tellAgent(conversation, "typing", conversation.id()));
    }

    /** Returns messages from before a place. */
    List<Message> before(String customer, int seq) {
        return desk.conversations()
                .of(customer)
                .map(conversation -> desk.messages().before(conversation.id(), seq, Desk.PAGE))
                .orElse(List.of());
    }

    private Map<String, Object> view(Conversation conversation) {
        return Map.of(
                "conversation", conversation.id(),
                "agent", desk.isServed(conversation) ? desk.agentOf(conversation) : whoWouldServe(),
                "mark", conversation.agentMark(),
                "read", conversation.customerMark().read(),
                "messages", desk.latest(conversation));
    }

    private Map<String, Object> welcome() {
        Mark nothing = new Mark(0, 0);
        return Map.of("agent", whoWouldServe(), "mark", nothing, "read", 0, "messages", List.of());
    }

    private Map<String, Object> whoWouldServe() {
        return desk.leastBusy().map(desk::agentView).orElse(Map.of());
    }

    /** Tells the customers of this server who were told that nobody is here, or somebody who has left. */
    void agentsChanged() {
        Map<String, Object> free = whoWouldServe();
        for (String customer : desk.customers().own()) {
            Optional<Conversation> served = desk.conversations().of(customer).filter(desk::isServed);
            desk.tellHere(
                    customerRoom(customer), "agent", served.map(desk::agentOf).orElse(free));
        }
    }
}
