package dev.tenon.sample;

import dev.tenon.realtime.Args;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Next;
import dev.tenon.realtime.Socket;
import dev.tenon.realtime.SocketSession;
import java.util.List;
import java.util.Map;

/**
 * The desk over Socket.IO. The HTTP session of the handshake says who a client is: an agent who has signed in, or a customer, who is the
 * same one in every tab. A client that says otherwise is refused.
 */
final class DeskNamespace {
    private static final String AGENT = "agent";

    private final Namespace namespace;
    private final Desk desk;

    DeskNamespace(Namespace namespace, Desk desk) {
        this.namespace = namespace;
        this.desk = desk;
    }

    /** Lets clients come. */
    void open() {
        namespace.use(this::admit);
        namespace.onConnection(this::connected);
    }

    private void admit(Socket socket, Next next) {
        boolean asAgent = AGENT.equals(socket.handshake().auth().get("as"));
        boolean known = socket.handshake()
                .session()
                .map(session -> !asAgent || isSignedIn(session, socket))
                .orElse(false);
        if (known) {
            next.run();
        } else {
            next.refuse("unauthorized");
        }
    }

    /** Notes the agent of the session in the data of the socket. */
    private static boolean isSignedIn(SocketSession session, Socket socket) {
        session.access(http -> {
            if (http.getAttribute(SignInServlet.AGENT) instanceof String agent) {
                socket.data().put(AGENT, agent);
            }
        });
        return socket.data().containsKey(AGENT);
    }

    private void connected(Socket socket) {
        if (socket.data().get(AGENT) instanceof String agent) {
            agentConnected(agent, socket);
        } else {
            socket.handshake().session().ifPresent(session -> customerConnected(session.id(), socket));
        }
    }

    private void agentConnected(String agent, Socket socket) {
        socket.join(Notice.agentRoom(agent));
        socket.on(
                "message",
                args -> answer(args, () -> desk.agentWrote(agent, args.text(0), args.text(1), args.text(2))));
        socket.on("read", args -> answer(args, () -> desk.agentRead(agent, args.text(0))));
        tell(desk.agentCame(agent, socket.id()));
        socket.onDisconnect(reason -> {
            tell(desk.agentLeft(agent, socket.id()));
            // The server itself ends sockets when their HTTP session ends; whoever only reloads is back in a moment.
            if (reason.equals("server namespace disconnect")) {
                tell(desk.agentSignedOut(agent));
            }
        });
    }

    private void customerConnected(String customer, Socket socket) {
        socket.join(Notice.customerRoom(customer));
        socket.on("message", args -> answer(args, () -> desk.customerWrote(customer, args.text(0), args.text(1))));
        socket.on("read", args -> answer(args, () -> desk.customerRead(customer)));
        tell(desk.customerCame(customer, socket.id()));
        socket.onDisconnect(reason -> tell(desk.customerLeft(customer, socket.id())));
    }

    /** Acknowledges what the desk has taken, or says why it has not. */
    private void answer(Args args, Request request) {
        try {
            tell(request.run());
            args.ack(Map.of());
        } catch (RefusedException e) {
            args.ack(Map.of("refused", e.getMessage()));
        }
    }

    private void tell(List<Notice> notices) {
        for (Notice notice : notices) {
            namespace.to(notice.room()).emit(notice.event(), notice.args().toArray());
        }
    }

    @FunctionalInterface
    private interface Request {
        List<Notice> run() throws RefusedException;
    }
}
