package dev.tenon.sample;

import static dev.tenon.sample.Notice.agentRoom;
import static dev.tenon.sample.Notice.customerRoom;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk itself: who is here, who serves whom, and what was said. {@link CustomerDesk} and {@link AgentDesk} are what its two kinds of
 * people may do, {@link ServerDesk} what other servers say of theirs. Thread-safe: what must last, and who serves whom, is decided by the database.
 */
final class Desk {
    /** How many messages a page gets at a time. */
    static final int PAGE = 30;

    /** How long an agent may be away, who reloads a page or passes a tunnel, before others serve the customers who wait. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Agents staff;
    private final Conversations conversations;
    private final Messages messages;
    private final Clock clock;
    private final Outlet outlet;
    private final Presence customers;
    private final Presence agents;
    private final OtherServers others;

    Desk(Agents staff, Database database, Clock clock, Outlet outlet) {
        this.staff = staff;
        this.conversations = new Conversations(database);
        this.messages = new Messages(database);
        this.clock = clock;
        this.outlet = outlet;
        this.customers = new Presence(clock);
        this.agents = new Presence(clock);
        this.others = new OtherServers(this, clock, outlet);
    }

    Agents staff() {
        return staff;
    }

    Conversations conversations() {
        return conversations;
    }

    Messages messages() {
        return messages;
    }

    /** Returns which customers are here. */
    Presence customers() {
        return customers;
    }

    /** Returns which agents are here. */
    Presence agents() {
        return agents;
    }

    Presence presence(Side side) {
        return side == Side.agent ? agents : customers;
    }

    /** Returns the desks of the other servers that share the database with this one. */
    OtherServers others() {
        return others;
    }

    void tell(String room, String event, Object... args) {
        outlet.tell(Notice.of(room, event, args));
    }

    /** Tells what each server knows, and tells its own clients. */
    void tellHere(String room, String event, Object... args) {
        outlet.tellHere(Notice.of(room, event, args));
    }

    /** Tells the agent of the conversation, if it has one. */
    void tellAgent(Conversation conversation, String event, Object... args) {
        if (conversation.agent() != null) {
            tell(agentRoom(conversation.agent()), event, args);
        }
    }

    /** Stores what was written, then tells both sides. What was stored before is told to nobody again. */
    Message write(Conversation conversation, Draft draft) {
        Messages.Stored stored = messages.add(conversation.id(), draft, clock.millis());
        if (stored.isNew()) {
            // Read again: the customer may have been handed over while this was stored.
            conversations.find(conversation.id()).ifPresent(now -> tellBoth(now, stored.message()));
        }
        return stored.message();
    }

    private void tellBoth(Conversation conversation, Message message) {
        tell(customerRoom(conversation.customer()), "message", conversation.id(), message);
        tellAgent(conversation, "message", conversation.id(), message);
    }

    /** Notes how far a side has come, and tells both. */
    void mark(Conversation conversation, Side side, Mark mark) {
        if (mark.read() <= mark.delivered() && conversations.mark(conversation.id(), side, mark)) {
            tell(customerRoom(conversation.customer()), "mark", side, mark);
            tellAgent(conversation, "mark", conversation.id(), side, mark);
        }
    }

    /** Returns whether the agent of the conversation is here, or will be back in a moment. */
    boolean isServed(Conversation conversation) {
        return conversation.agent() != null && !agents.isGone(conversation.agent(), PATIENCE);
    }

    /** Returns who of those who are here has the fewest conversations. */
    Optional<String> leastBusy() {
        return agents.everybody().stream()
                .min(Comparator.comparing(conversations::countOnDeskOf).thenComparing(agent -> agent));
    }

    /** Gives the conversation to another agent, or to nobody, and tells everybody whom that concerns. */
    void hand(Conversation conversation, String agent) {
        if (!conversations.hand(conversation, agent)) {
            return; // somebody was quicker
        }
        if (conversation.agent() != null && !conversation.isServedBy(agent == null ? "" : agent)) {
            tell(agentRoom(conversation.agent()), "gone", conversation.id());
        }
        conversations.find(conversation.id()).ifPresent(handed -> {
            tellAgent(handed, "conversation", entry(handed));
            tellWhoServes(handed);
        });
    }

    /** Finds agents for those who wait and are not served. */
    void serveWhoWaits() {
        if (agents.size() > 0) {
            conversations.waiting().stream()
                    .filter(conversation -> !isServed(conversation))
                    .forEach(conversation -> leastBusy().ifPresent(agent -> hand(conversation, agent)));
        }
    }

    /** Does what is due from time to time. */
    void lookAround() {
        customers.forget(PATIENCE);
        serveWhoWaits();
    }

    void tellWhoServes(Conversation conversation) {
        tell(customerRoom(conversation.customer()), "agent", agentOf(conversation));
    }

    /** Returns what a customer is told about the agent; nothing while nobody serves them. */
    Map<String, Object> agentOf(Conversation conversation) {
        return conversation.agent() == null ? Map.of() : agentView(conversation.agent());
    }

    Map<String, Object> agentView(String agent) {
        return Map.of("name", staff.name(agent), "online", agents.isHere(agent));
    }

    /** Returns the conversation as agents see it in a list. */
    Entry entry(Conversation conversation) {
        return new Entry(
                conversation.id(),
                customers.isHere(conversation.customer()),
                conversation.agent(),
                conversation.closed(),
                conversation.waitingSince(),
                conversation.messages(),
                conversation.customerMark(),
                conversation.agentMark(),
                conversation.last());
    }

    /** Returns the newest messages. */
    List<Message> latest(Conversation conversation) {
        return messages.before(conversation.id(), Integer.MAX_VALUE, PAGE);
    }

    /** Returns how the desk is doing. */
    Figures figures() {
        long now = clock.millis();
        List<Conversation> waiting = conversations.waiting();
        return new Figures(
                customers.size(),
                waiting.size(),
                waiting.isEmpty() ? 0 : now - waiting.get(0).waitingSince(),
                messages.countSince(now - Duration.ofMinutes(1).toMillis()));
    }

    /** A conversation in a list. */
    record Entry(
            long id,
            boolean online,
            String agent,
            boolean closed,
            Long waitingSince,
            int messages,
            Mark customerMark,
            Mark agentMark,
            Message last) {}

    /**
     * How the desk is doing.
     *
     * @param customers how many are here
     * @param waiting how many wait for an answer
     * @param longest how long the first of them has been waiting, in milliseconds
     * @param perMinute how many messages there were in the last minute
     */
    record Figures(int customers, int waiting, long longest, int perMinute) {}
}
