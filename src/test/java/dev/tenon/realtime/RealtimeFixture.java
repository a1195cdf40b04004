package dev.tenon.realtime;

import java.util.ArrayList;
import java.util.List;

/** A server whose time stands still and whose worker is the test's thread; it remembers who connected to the main namespace. */
abstract class RealtimeFixture {
    final ManualTimer timer = new ManualTimer();
    final FakeSessions sessions = new FakeSessions();
    final RealtimeServer io = new RealtimeServer(RealtimeOptions.builder().build(), timer, Runnable::run, sessions);
    final List<Socket> sockets = new ArrayList<>();

    RealtimeFixture() {
        io.onConnection(sockets::add);
    }

    /** Returns a client that joined the main namespace; its socket is the last of {@link #sockets}. */
    FakeClient connected() {
        FakeClient client = new FakeClient(io).sends("0");
        client.received();
        return client;
    }

    Socket lastSocket() {
        return sockets.get(sockets.size() - 1);
    }
}
