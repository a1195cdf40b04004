package dev.tenon.sample;

import dev.tenon.realtime.Ack;
import dev.tenon.realtime.Socket;

/** What the page of an agent sends. */
final class AgentEvents {
    private final AgentDesk desk;

    AgentEvents(AgentDesk desk) {
        this.desk = desk;
    }

    void connected(String agent, Socket socket) {
        socket.join(Notice.AGENTS, Notice.agentRoom(agent));
        talk(agent, socket);
        lookUp(socket);
        move(agent, socket);
        try {
            desk.came(agent, socket.id());
        } finally { // or whoever came while the database failed would be here for ever
            socket.onDisconnect(reason -> left(agent, socket));
        }
    }

    /** Whoever only reloads is back in a moment; whose HTTP session has ended is not, whether the page or the server has ended the socket. */
    private void left(String agent, Socket socket) {
        desk.left(agent, socket.id());
        boolean signedIn = socket.session(session -> {});
        if (!signedIn) {
            desk.signedOut(agent);
        }
    }

    private void talk(String agent, Socket socket) {
        socket.on(
                "message",
                Long.class,
                String.class,
                String.class,
                (id, key, text, ack) -> ack.send(desk.write(agent, id, key, text)));
        socket.on("mark", Long.class, Mark.class, (id, mark, ack) -> {
            desk.mark(agent, id, mark);
            ack.send();
        });
        socket.on("typing", Long.class, id -> desk.typing(agent, id));
    }

    private void lookUp(Socket socket) {
        socket.on("open", Long.class, (Long id, Ack ack) -> ack.send(desk.open(id)));
        socket.on("before", Long.class, Integer.class, (id, seq, ack) -> ack.send(desk.before(id, seq)));
        socket.on("search", String.class, (words, ack) -> ack.send(desk.search(words)));
    }

    private void move(String agent, Socket socket) {
        socket.on("hand over", Long.class, String.class, (id, colleague, ack) -> {
            desk.handOver(agent, id, colleague);
            ack.send();
        });
        socket.on("take", Long.class, (id, ack) -> {
            desk.take(agent, id);
            ack.send();
        });
        socket.on("close", Long.class, Integer.class, (id, seen, ack) -> {
            desk.close(agent, id, seen);
            ack.send();
        });
    }
}
