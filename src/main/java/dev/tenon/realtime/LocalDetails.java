package dev.tenon.realtime;

import dev.tenon.realtime.adapter.SocketDetails;
import java.util.Map;
import java.util.Set;

/** A socket of this server as others may know it; what costs something is made when it is asked. */
record LocalDetails(ServerSocket socket) implements SocketDetails {
    @Override
    public String id() {
        return socket.id();
    }

    @Override
    public Map<String, Object> handshake() {
        return HandshakeForm.write(socket.handshake());
    }

    @Override
    public Set<String> rooms() {
        return socket.rooms();
    }

    @Override
    public Map<String, Object> data() {
        return socket.data();
    }
}
