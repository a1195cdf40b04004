package dev.tenon.sample;

import static dev.tenon.sample.Notice.agentRoom;
import static dev.tenon.sample.Notice.customerRoom;

import dev.tenon.sample.Message.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The desk itself: who is here, who serves whom, and what was said. It sends nothing: every method returns what is to be told to whom.
 * Thread-safe.
 */
final class Desk {
    /** How many conversations are kept; the oldest one whose customer has gone makes room. */
    private static final int MAX_CONVERSATIONS = 1000;

    private final UnaryOperator<String> agentNames;
    private final Clock clock;
    private final Presence customers = new Presence();
    private final Presence agents = new Presence();
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();

    /** Sets how an agent is called, by id. */
    Desk(UnaryOperator<String> agentNames, Clock clock) {
        this.agentNames = agentNames;
        this.clock = clock;
    }

    /** A tab of the customer has connected. */
    synchronized List<Notice> customerCame(String customer, String socket) {
        List<Notice> notices = new ArrayList<>();
        boolean first = customers.enter(customer, socket);
        Conversation conversation = conversations.get(customer);
        if (conversation == null) {
            notices.addAll(makeRoom());
            conversation = new Conversation(customer, clock.millis());
            conversations.put(customer, conversation);
        }
        if (!isServed(conversation)) {
            serve(conversation, notices);
        } else if (first) {
            notices.add(Notice.of(agentRoom(conversation.agent()), "presence", customer, true));
        }
        notices.add(Notice.of(socket, "desk", customerView(conversation)));
        return notices;
    }

    /** A tab of the customer is gone. */
    synchronized List<Notice> customerLeft(String customer, String socket) {
        Conversation conversation = conversations.get(customer);
        if (!customers.leave(customer, socket) || conversation == null) {
            return List.of();
        }
        if (conversation.isEmpty()) {
            return end(conversation);
        }
        return toAgent(conversation, "presence", customer, false);
    }

    /** A tab of the agent has connected; the agent takes over whoever waits. */
    synchronized List<Notice> agentCame(String agent, String socket) {
        List<Notice> notices = new ArrayList<>();
        if (agents.enter(agent, socket)) {
            conversationsOf(agent).forEach(conversation -> notices.add(agentChanged(conversation)));
            conversations.values().stream()
                    .filter(conversation -> conversation.agent() == null)
                    .forEach(conversation -> serve(conversation, notices));
        }
        notices.add(Notice.of(socket, "desk", agentView(agent)));
        return notices;
    }

    /** A tab of the agent is gone, which may be a reload. */
    synchronized List<Notice> agentLeft(String agent, String socket) {
        return agents.leave(agent, socket)
                ? conversationsOf(agent).stream().map(this::agentChanged).toList()
                : List.of();
    }

    /** The agent has gone home: others serve the customers, or they wait for the next one. */
    synchronized List<Notice> agentSignedOut(String agent) {
        List<Notice> notices = new ArrayList<>();
        if (!agents.isHere(agent)) {
            conversationsOf(agent).forEach(conversation -> serve(conversation, notices));
        }
        return notices;
    }

    /** The customer has written: to the one agent who serves them, and to nobody else. */
    synchronized List<Notice> customerWrote(String customer, String key, String text) throws RefusedException {
        return wrote(conversations.get(customer), key, Side.CUSTOMER, text);
    }

    /** The agent has written to a customer. */
    synchronized List<Notice> agentWrote(String agent, String customer, String key, String text)
            throws RefusedException {
        return wrote(served(agent, customer), key, Side.AGENT, text);
    }

    /** The customer has seen every message. */
    synchronized List<Notice> customerRead(String customer) {
        Conversation conversation = conversations.get(customer);
        if (conversation == null) {
            return List.of();
        }
        conversation.read(Side.CUSTOMER);
        return List.of(Notice.of(customerRoom(customer), "read"));
    }

    /** The agent has seen every message of a customer. */
    synchronized List<Notice> agentRead(String agent, String customer) throws RefusedException {
        served(agent, customer).read(Side.AGENT);
        return List.of(Notice.of(agentRoom(agent), "read", customer));
    }

    private List<Notice> makeRoom() {
        return conversations.size() < MAX_CONVERSATIONS
                ? List.of()
                : conversations.values().stream()
                        .filter(conversation -> !customers.isHere(conversation.customer()))
                        .findFirst()
                        .map(this::end)
                        .orElse(List.of());
    }

    private List<Notice> end(Conversation conversation) {
        conversations.remove(conversation.customer());
        return toAgent(conversation, "closed", conversation.customer());
    }

    private boolean isServed(Conversation conversation) {
        return conversation.agent() != null && agents.isHere(conversation.agent());
    }

    /** Gives the conversation to the agent here who has the fewest, or to nobody. */
    private void serve(Conversation conversation, List<Notice> notices) {
        String before = conversation.agent();
        String agent = agents.everybody().stream()
                .min(Comparator.comparing((String id) -> conversationsOf(id).size())
                        .thenComparing(id -> id))
                .orElse(null);
        if (before != null) {
            notices.add(Notice.of(agentRoom(before), "closed", conversation.customer()));
        }
        conversation.serve(agent);
        notices.add(agentChanged(conversation));
        notices.addAll(toAgent(conversation, "conversation", view(conversation)));
    }

    private List<Notice> wrote(Conversation conversation, String key, Side from, String text) throws RefusedException {
        if (conversation == null || !Message.isValid(key, text)) {
            throw new RefusedException("a message has 1 to " + Message.MAX_LENGTH + " characters");
        }
        Message message = new Message(key, from, text, clock.millis());
        if (!conversation.add(message)) {
            return List.of();
        }
        List<Notice> notices = new ArrayList<>();
        notices.add(Notice.of(customerRoom(conversation.customer()), "message", message.view()));
        notices.addAll(toAgent(conversation, "message", conversation.customer(), message.view()));
        return notices;
    }

    private Conversation served(String agent, String customer) throws RefusedException {
        Conversation conversation = conversations.get(customer);
        if (conversation == null || !agent.equals(conversation.agent())) {
            throw new RefusedException("this conversation is not yours");
        }
        return conversation;
    }

    private List<Conversation> conversationsOf(String agent) {
        return conversations.values().stream()
                .filter(conversation -> agent.equals(conversation.agent()))
                .toList();
    }

    private Notice agentChanged(Conversation conversation) {
        return Notice.of(customerRoom(conversation.customer()), "agent", agentOf(conversation));
    }

    private static List<Notice> toAgent(Conversation conversation, String event, Object... args) {
        return conversation.agent() == null
                ? List.of()
                : List.of(Notice.of(agentRoom(conversation.agent()), event, args));
    }

    private Map<String, Object> customerView(Conversation conversation) {
        return Map.of(
                "agent", agentOf(conversation),
                "unread", conversation.unread(Side.CUSTOMER),
                "messages", conversation.messages());
    }

    /** Returns who serves the customer; empty while nobody does. */
    private Map<String, Object> agentOf(Conversation conversation) {
        Map<String, Object> view = new HashMap<>();
        if (conversation.agent() != null) {
            view.put("name", agentNames.apply(conversation.agent()));
            view.put("online", agents.isHere(conversation.agent()));
        }
        return view;
    }

    private Map<String, Object> agentView(String agent) {
        return Map.of(
                "name", agentNames.apply(agent),
                "conversations", conversationsOf(agent).stream().map(this::view).toList());
    }

    private Map<String, Object> view(Conversation conversation) {
        return conversation.view(customers.isHere(conversation.customer()));
    }
}
