package dev.tenon.sample;

import static dev.tenon.sample.Notice.AGENTS;

import java.util.List;
import java.util.Map;

/** What an agent may do: talk to the customers on the agent's own desk, and look things up. Thread-safe. */
final class AgentDesk {
    private final Desk desk;
    private final CustomerDesk customers;

    AgentDesk(Desk desk, CustomerDesk customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /** A tab has connected. The agent takes over whoever waits and is not served. */
    void came(String agent, String socket) {
        boolean first = desk.agents().enter(agent, socket);
        desk.others().tell(Side.agent, agent);
        if (first) {
            presenceChanged();
        }
        desk.serveWhoWaits();
        desk.tellHere(
                socket,
                "desk",
                Map.of(
                        "agent", Map.of("id", agent, "name", desk.staff().name(agent)),
                        "colleagues", colleagues(),
                        "conversations",
                                desk.conversations().onDeskOf(agent).stream()
                                        .map(desk::entry)
                                        .toList()));
    }

    /** A tab is gone, which may be a reload. */
    void left(String agent, String socket) {
        boolean last = desk.agents().leave(agent, socket);
        desk.others().tell(Side.agent, agent);
        if (last) {
            presenceChanged();
        }
    }

    /** The agent has signed out in a browser of this server. */
    void signedOut(String agent) {
        if (desk.agents().at(agent) != Whereabouts.here) {
            desk.agents().goHome(agent);
            desk.others().tell(Side.agent, agent);
            wentHome(agent);
        }
    }

    /** The agent has gone home: others serve the customers who are here or wait, or the next one who comes. */
    void wentHome(String agent) {
        if (desk.agents().isHere(agent)) {
            return; // in another browser
        }
        desk.agents().goHome(agent);
        for (Conversation conversation : desk.conversations().onDeskOf(agent)) {
            boolean urgent =
                    conversation.waitingSince() != null || desk.customers().isHere(conversation.customer());
            desk.hand(conversation, urgent ? desk.leastBusy().orElse(null) : null);
        }
        customers.agentsChanged();
    }

    /** Returns the message as it is stored. */
    Message write(String agent, long id, String key, String text) {
        return write(agent, id, Draft.ofAgent(desk.staff().name(agent), key, text));
    }

    /** Returns the message as it is stored. */
    Message write(String agent, long id, Draft draft) {
        return desk.write(own(agent, id), draft);
    }

    /** The agent's page has the messages up to one place, and the agent has seen them up to another. */
    void mark(String agent, long id, Mark mark) {
        desk.mark(own(agent, id), Side.agent, mark);
    }

    void typing(String agent, long id) {
        desk.tell(Notice.customerRoom(own(agent, id).customer()), "typing");
    }

    /** Returns a conversation, whoever serves the customer, with its newest messages. */
    Map<String, Object> open(long id) {
        Conversation conversation = any(id);
        return Map.of("conversation", desk.entry(conversation), "messages", desk.latest(conversation));
    }

    /** Returns messages from before a place. */
    List<Message> before(long id, int seq) {
        return desk.messages().before(any(id).id(), seq, Desk.PAGE);
    }

    /** Returns where the words occur in the history of the desk. */
    List<Messages.Found> search(String words) {
        return words.isBlank() ? List.of() : desk.messages().search(words.strip());
    }

    /** Gives a customer to a colleague who is here. */
    void handOver(String agent, long id, String colleague) {
        if (!desk.agents().isHere(colleague)) {
            throw new RefusedException("this colleague is not here");
        }
        desk.hand(own(agent, id), colleague);
    }

    /** Takes a customer whom nobody serves now. */
    void take(String agent, long id) {
        Conversation conversation = any(id);
        boolean free = conversation.closed()
                || conversation.agent() == null
                || conversation.isServedBy(agent)
                || !desk.agents().isHere(conversation.agent());
        if (!free) {
            throw new RefusedException("a colleague serves this customer");
        }
        desk.hand(conversation, agent);
    }

    /** Takes the conversation off the desk, until the customer writes again; unless the customer has written more than the agent has seen. */
    void close(String agent, long id, int seen) {
        Conversation conversation = own(agent, id);
        if (!desk.conversations().close(conversation, seen)) {
            throw new RefusedException("the customer has written more");
        }
        desk.tellAgent(conversation, "gone", id);
    }

    private Conversation any(long id) {
        return desk.conversations().find(id).orElseThrow(() -> new RefusedException("there is no such conversation"));
    }

    private Conversation own(String agent, long id) {
        Conversation conversation = any(id);
        if (!conversation.isServedBy(agent)) {
            throw new RefusedException("this conversation is not yours");
        }
        return conversation;
    }

    /** An agent has come or is gone, here or at another server, whose people are told there. */
    void presenceChanged() {
        desk.tellHere(AGENTS, "colleagues", colleagues());
        customers.agentsChanged();
    }

    private List<Map<String, Object>> colleagues() {
        return desk.staff().ids().stream()
                .map(id -> Map.<String, Object>of(
                        "id",
                        id,
                        "name",
                        desk.staff().name(id),
                        "online",
                        desk.agents().isHere(id)))
                .toList();
    }
}
