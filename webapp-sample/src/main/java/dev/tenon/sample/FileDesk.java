package dev.tenon.sample;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the files of one request go, and who may read them. */
final class FileDesk {
    private final DeskRooms rooms;
    private final String customer;
    private final String agent;
    private final long conversation;

    private FileDesk(DeskRooms rooms, String customer, String agent, long conversation) {
        this.rooms = rooms;
        this.customer = customer;
        this.agent = agent;
        this.conversation = conversation;
    }

    /**
     * Returns the customer's own conversation, or the one that an agent names.
     *
     * @param conversation null for the customer's own
     */
    static FileDesk of(HttpServletRequest request, Long conversation) {
        DeskRooms rooms = DeskRooms.of(request.getServletContext());
        if (conversation == null) {
            String customer = Visitor.customer(request.getSession(false))
                    .orElseThrow(() -> new RefusedException("nobody knows you here"));
            return new FileDesk(rooms, customer, null, 0);
        }
        String agent = Visitor.agent(request.getSession(false))
                .orElseThrow(() -> new RefusedException("you are not signed in"));
        return new FileDesk(rooms, null, agent, conversation);
    }

    /** Returns whether the session's owner may read what is in a conversation: an agent all of them, a customer their own. */
    static boolean mayRead(HttpServletRequest request, long conversation) {
        Conversations all = DeskRooms.of(request.getServletContext()).desk().conversations();
        Optional<Conversation> own = Visitor.customer(request.getSession(false)).flatMap(all::of);
        return Visitor.agent(request.getSession(false)).isPresent()
                || own.filter(known -> known.id() == conversation).isPresent();
    }

    /** Returns whether the message was stored before. */
    boolean has(String key) {
        Desk desk = rooms.desk();
        if (agent != null) {
            return desk.messages().find(conversation, Side.agent, key).isPresent();
        }
        return desk.conversations()
                .of(customer)
                .flatMap(known -> desk.messages().find(known.id(), Side.customer, key))
                .isPresent();
    }

    /** Makes a message of the file, and of what is said about it; empty for nothing. */
    void write(String key, String text, UploadedContent file) {
        if (agent == null) {
            rooms.customers().write(customer, new Draft(key, Side.customer, null, text, file));
        } else {
            String name = rooms.desk().staff().name(agent);
            rooms.agents().write(agent, conversation, new Draft(key, Side.agent, name, text, file));
        }
    }
}
