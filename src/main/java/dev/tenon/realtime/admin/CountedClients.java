package dev.tenon.realtime.admin;

import dev.tenon.realtime.engine.EngineAcceptor;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Utf8;

/** Counts what clients send and are sent, and passes it on. */
final class CountedClients implements EngineAcceptor {
    private final EngineAcceptor server;
    private final Traffic traffic;
    private final SecretRooms secrets;

    CountedClients(EngineAcceptor server, Traffic traffic, SecretRooms secrets) {
        this.server = server;
        this.traffic = traffic;
        this.secrets = secrets;
    }

    @Override
    public boolean allows(EngineHandshake handshake) {
        return server.allows(handshake);
    }

    @Override
    public EngineListener accept(EngineSocket socket, EngineHandshake handshake) {
        traffic.connected();
        if (socket.protocol() == 3) {
            secrets.add(socket.sid());
        }
        try {
            return new CountedListener(server.accept(new CountedSocket(socket, traffic), handshake), socket.sid());
        } catch (RuntimeException e) {
            ended(socket.sid(), "transport error");
            throw e;
        }
    }

    private void ended(String sid, String reason) {
        secrets.remove(sid);
        traffic.disconnected(reason);
    }

    private final class CountedListener implements EngineListener {
        private final EngineListener listener;
        private final String sid;

        CountedListener(EngineListener listener, String sid) {
            this.listener = listener;
            this.sid = sid;
        }

        @Override
        public void text(String message) {
            traffic.received(Utf8.length(message));
            listener.text(message);
        }

        @Override
        public void binary(byte[] message) {
            traffic.received(message.length);
            listener.binary(message);
        }

        @Override
        public void owned(Object owner) {
            listener.owned(owner);
        }

        @Override
        public void upgraded(String transport) {
            listener.upgraded(transport);
        }

        @Override
        public void closed(String reason) {
            listener.closed(reason);
            ended(sid, reason);
        }
    }
}
