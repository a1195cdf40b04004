package dev.tenon.sample;

/**
 * One customer, and the agent who serves them; as it was when it was read from the database.
 *
 * @param id what it is called in addresses
 * @param customer the secret name of the customer, which no page is told
 * @param agent the id of the agent; null while nobody serves the customer
 * @param messages how many there are, which is also the place of the last one
 * @param waitingSince when the customer wrote what nobody has answered; null where there is no such message
 * @param last the last message
 */
record Conversation(
        long id,
        String customer,
        String agent,
        boolean closed,
        int messages,
        Long waitingSince,
        Mark customerMark,
        Mark agentMark,
        Message last) {
    boolean isServedBy(String somebody) {
        return somebody.equals(agent);
    }
}
