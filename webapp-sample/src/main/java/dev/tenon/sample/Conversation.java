package dev.tenon.sample;

import dev.tenon.sample.Message.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One customer and the agent who serves them. Not thread-safe: the {@link Desk} guards it. */
final class Conversation {
    /** How many messages are kept: a conversation that goes on for ever must not fill the memory. */
    static final int MAX_MESSAGES = 500;

    private final String customer;
    private final long since;
    private final Deque<Message> messages = new ArrayDeque<>();
    private final Map<Side, Integer> unread = new EnumMap<>(Side.class);
    private String agent;

    Conversation(String customer, long since) {
        this.customer = customer;
        this.since = since;
    }

    /** Returns the customer's alias, which is also what the conversation is called in addresses. */
    String customer() {
        return customer;
    }

    /** Returns who serves the customer; null while nobody does. */
    String agent() {
        return agent;
    }

    void serve(String newAgent) {
        agent = newAgent;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Keeps the message, unless it was kept before. Returns whether it is new. */
    boolean add(Message message) {
        if (messages.stream().anyMatch(known -> known.key().equals(message.key()))) {
            return false;
        }
        if (messages.size() == MAX_MESSAGES) {
            messages.removeFirst();
        }
        messages.add(message);
        unread.merge(message.from() == Side.AGENT ? Side.CUSTOMER : Side.AGENT, 1, Integer::sum);
        return true;
    }

    void read(Side reader) {
        unread.remove(reader);
    }

    int unread(Side reader) {
        return unread.getOrDefault(reader, 0);
    }

    /** Returns the messages for the pages, the newest last. */
    List<Map<String, Object>> messages() {
        return messages.stream().map(Message::view).toList();
    }

    /** Returns the conversation as its agent sees it. */
    Map<String, Object> view(boolean online) {
        return Map.of(
                "id",
                customer,
                "name",
                name(),
                "since",
                since,
                "online",
                online,
                "unread",
                unread(Side.AGENT),
                "messages",
                messages());
    }

    /** Customers need not say who they are; the same one has the same number each time. */
    private String name() {
        return "Guest " + (1000 + Math.floorMod(customer.hashCode(), 9000));
    }
}
