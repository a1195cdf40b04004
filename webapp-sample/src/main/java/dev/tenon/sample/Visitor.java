package dev.tenon.sample;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Who a browser's session belongs to. What a client says about itself counts for nothing. */
final class Visitor {
    private static final String CUSTOMER = "desk.customer";
    private static final String AGENT = "desk.agent";

    /** Half a day: longer than anybody works, while customers come back for a week. */
    private static final int AGENT_SECONDS = 12 * 60 * 60;

    private Visitor() {}

    /** Makes the session a customer's, unless it is one already. */
    static void welcome(HttpSession session) {
        if (customer(session).isEmpty()) {
            session.setAttribute(CUSTOMER, UUID.randomUUID().toString());
        }
    }

    /** Makes the session an agent's. */
    static void signIn(HttpSession session, String agent) {
        session.setAttribute(AGENT, agent);
        session.setMaxInactiveInterval(AGENT_SECONDS);
    }

    /** Returns the secret name of the customer; empty where there is no session, too. */
    static Optional<String> customer(HttpSession session) {
        return attribute(session, CUSTOMER);
    }

    /** Returns the id of the agent who has signed in; empty where there is no session, too. */
    static Optional<String> agent(HttpSession session) {
        return attribute(session, AGENT);
    }

    private static Optional<String> attribute(HttpSession session, String name) {
        return Optional.ofNullable(session).map(known -> (String) known.getAttribute(name));
    }
}
