package dev.tenon.realtime;

import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.PacketType;
import dev.tenon.realtime.web.Query;
import java.util.HashMap;
import java.util.Map;

/** What the revisions of the Socket.IO protocol do each in its own way: how a client joins a namespace, and is kept out of it. */
enum Revision {
    /** Of clients that speak Engine.IO 4. */
    V5 {
        @Override
        boolean joinsMainNamespace() {
            return false;
        }

        @Override
        Packet received(Packet packet) {
            return packet;
        }

        @Override
        Packet accepted(String namespace, Map<String, Object> details) {
            return Packet.of(PacketType.CONNECT, namespace, details);
        }

        @Override
        Packet refused(String namespace, Map<String, Object> error) {
            return Packet.of(PacketType.CONNECT_ERROR, namespace, error);
        }
    },

    /** Of clients that speak Engine.IO 3. They are in the main namespace from the beginning, and say what is {@code auth} today as a query. */
    V4 {
        @Override
        boolean joinsMainNamespace() {
            return true;
        }

        @Override
        Packet received(Packet packet) {
            int mark = packet.type() == PacketType.CONNECT ? packet.namespace().indexOf('?') : -1;
            return mark < 0 ? packet : connect(packet.namespace(), mark);
        }

        private Packet connect(String asked, int mark) {
            Map<String, Object> auth = new HashMap<>();
            Query.parse(asked.substring(mark + 1))
                    .forEach((name, values) -> auth.put(name, values.size() == 1 ? values.get(0) : values));
            return Packet.of(PacketType.CONNECT, asked.substring(0, mark), auth);
        }

        @Override
        Packet accepted(String namespace, Map<String, Object> details) {
            return Packet.of(PacketType.CONNECT, namespace, null);
        }

        @Override
        Packet refused(String namespace, Map<String, Object> error) {
            return Packet.of(PacketType.CONNECT_ERROR, namespace, error.getOrDefault("data", error.get("message")));
        }
    };

    /** Returns the revision that goes with a version of Engine.IO. */
    static Revision of(int engineProtocol) {
        return engineProtocol == 3 ? V4 : V5;
    }

    /** Returns whether a new connection joins {@code /} without asking. */
    abstract boolean joinsMainNamespace();

    /** Returns the packet as revision 5 has it. */
    abstract Packet received(Packet packet);

    /** Returns what tells the client that it is in. */
    abstract Packet accepted(String namespace, Map<String, Object> details);

    /**
     * Returns what tells the client that it may not come in.
     *
     * @param error its {@code message}, and maybe {@code data}
     */
    abstract Packet refused(String namespace, Map<String, Object> error);
}
