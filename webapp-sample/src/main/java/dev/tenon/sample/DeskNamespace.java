package dev.tenon.sample;

import dev.tenon.realtime.Args;
import dev.tenon.realtime.ArgumentException;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Next;
import dev.tenon.realtime.Socket;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;

/**
 * The desk over Socket.IO. The HTTP session of the handshake says who a client is: an agent who has signed in, or a customer, who is the
 * same one in every tab. A client that says otherwise is refused.
 */
final class DeskNamespace {
    private static final String AGENT = "agent";
    private static final String CUSTOMER = "customer";

    private final Namespace namespace;
    private final AgentEvents agents;
    private final CustomerEvents customers;

    DeskNamespace(Namespace namespace, AgentDesk agents, CustomerDesk customers) {
        this.namespace = namespace;
        this.agents = new AgentEvents(agents);
        this.customers = new CustomerEvents(customers);
    }

    /** Lets clients come. */
    void open() {
        namespace.use(DeskNamespace::admit);
        namespace.onConnection(this::connected);
    }

    /** Notes in the data of the socket who it belongs to. */
    private static void admit(Socket socket, Next next) {
        boolean asAgent = AGENT.equals(socket.handshake().auth().get("as"));
        socket.session(session -> note(socket, asAgent, session));
        if (socket.data().isEmpty()) {
            next.refuse("unauthorized");
        } else {
            next.run();
        }
    }

    private static void note(Socket socket, boolean asAgent, HttpSession session) {
        Optional<String> id = asAgent ? Visitor.agent(session) : Visitor.customer(session);
        id.ifPresent(known -> socket.data().put(asAgent ? AGENT : CUSTOMER, known));
    }

    private void connected(Socket socket) {
        socket.onError(DeskNamespace::refuse);
        if (socket.data().get(AGENT) instanceof String agent) {
            agents.connected(agent, socket);
        } else {
            customers.connected((String) socket.data().get(CUSTOMER), socket);
        }
    }

    /** Tells the page that what it sent is not for the desk; what failed for another reason, the page sends again. */
    private static void refuse(Throwable error, Args event) {
        if (error instanceof RefusedException || error instanceof ArgumentException) {
            event.ack(Map.of("refused", error.getMessage()));
        }
    }
}
