package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.realtime.adapter.ClusterAdapter;
import dev.tenon.realtime.adapter.ClusterChannel;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.ClusterThreads;
import dev.tenon.realtime.adapter.NumberedPacket;
import dev.tenon.realtime.adapter.SavedSession;
import dev.tenon.realtime.protocol.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients come back at moments that a stream in memory makes: while sessions are kept and fetched, and to servers that have read less than they have. */
class RecoveryInClusterTest {
    private final List<ClusterMessage.Broadcast> stream = new ArrayList<>();
    private final Map<String, SavedSession> sessions = new HashMap<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final ClusterThreads threads = new ClusterThreads("test-cluster");
    private final Reader hereReads = new Reader();
    private final Reader thereReads = new Reader();
    private final RealtimeServer here = server(hereReads);
    private final RealtimeServer there = server(thereReads);
    private String pid;
    private String offset;

    private RealtimeServer server(Reader reader) {
        RealtimeOptions options = RealtimeOptions.builder()
                .connectionStateRecovery(true)
                .adapter(sockets -> new ClusterAdapter(sockets, reader, threads, Duration.ofSeconds(5)))
                .build();
        RealtimeServer server = new RealtimeServer(options, new ManualTimer(), Runnable::run, new FakeSessions());
        server.onConnection(sockets::add);
        return server;
    }

    @AfterEach
    void end() {
        threads.close();
    }

    private FakeClient connects(RealtimeServer server) {
        return new FakeClient(server).sends(pid == null ? "0" : "0" + Json.write(Map.of("pid", pid, "offset", offset)));
    }

    /** Returns the names of the events that came, {@code connect} where the client was let in. */
    private List<String> heard(FakeClient client) {
        return client.received().stream().map(this::heard).toList();
    }

    private String heard(String text) {
        Object content = Json.parse(text.substring(1));
        if (content instanceof Map<?, ?> welcome) {
            pid = (String) welcome.get("pid");
            return "connect";
        }
        List<?> event = (List<?>) content;
        offset = (String) event.get(event.size() - 1);
        return (String) event.get(0);
    }

    /** Returns a client of this server that heard some events. */
    private FakeClient connected() {
        FakeClient client = connects(here);
        for (int i = 0; i < 9; i++) {
            here.emit("first");
        }
        hereReads.allThatCame();
        assertEquals(10, heard(client).size());
        return client;
    }

    @Test
    void eventThatTheReaderReachesAfterTheReplay_isNotSentTwice() {
        connected().goes("transport close");
        here.emit("missed");
        here.emit("and this");
        FakeClient client = connects(here);
        assertEquals(List.of("missed", "and this", "connect"), heard(client));
        hereReads.allThatCame();
        here.emit("new");
        hereReads.allThatCame();
        assertEquals(List.of("new"), heard(client));
    }

    @Test
    void eventThatAnotherServerSentBefore_isNotSentTwice() {
        connected().goes("transport close");
        FakeClient client = connects(there);
        assertEquals(List.of("connect"), heard(client));
        thereReads.allThatCame();
        there.emit("new");
        thereReads.allThatCame();
        assertEquals(List.of("new"), heard(client));
    }

    @Test
    void eventThatIsReadWhileMissedOnesAreLookedUp_isNotSentTwice() {
        connected().goes("transport close");
        here.emit("missed");
        thereReads.lookingUp = new CompletableFuture<>();
        FakeClient client = connects(there);
        thereReads.allThatCame();
        thereReads.lookingUp.complete(null);
        there.emit("new");
        thereReads.allThatCame();
        assertEquals(List.of("missed", "connect", "new"), heard(client));
    }

    private Socket lastSocket() {
        return sockets.get(sockets.size() - 1);
    }

    @Test
    void clientThatComesBackWhileItsOldSocketEnds_keepsItsRooms() {
        FakeClient client = connected();
        lastSocket().join("room");
        hereReads.whenKept = () -> connects(here);
        client.goes("transport close");
        assertEquals(2, sockets.size());
        assertTrue(lastSocket().recovered());
        assertEquals(Set.of(lastSocket().id(), "room"), lastSocket().rooms());
    }

    @Test
    void client_thatLosesItsConnection_whileItsSessionIsFetched_mayTryAgain() {
        connected().goes("transport close");
        String id = lastSocket().id();
        CompletableFuture<Void> fetching = new CompletableFuture<>();
        hereReads.fetching = fetching;
        connects(here).goes("transport close");
        hereReads.fetching = CompletableFuture.completedFuture(null);
        fetching.complete(null);
        FakeClient client = connects(here);
        assertEquals(List.of("connect"), heard(client));
        assertEquals(2, sockets.size());
        assertEquals(id, lastSocket().id());
    }

    /** One server's place in the stream. */
    private final class Reader implements ClusterChannel {
        private CompletableFuture<Void> fetching = CompletableFuture.completedFuture(null);
        private CompletableFuture<Void> lookingUp = CompletableFuture.completedFuture(null);
        private Runnable whenKept = () -> {};
        private Receiver receiver;
        private int next;

        void allThatCame() {
            for (; next < stream.size(); next++) {
                receiver.numbered(stream.get(next), String.valueOf(next));
            }
        }

        @Override
        public void open(Receiver to) {
            receiver = to;
        }

        @Override
        public void close() {}

        @Override
        public Runnable prepare(ClusterMessage.Request request) {
            return () -> stream.add((ClusterMessage.Broadcast) request);
        }

        @Override
        public CompletionStage<Integer> serverCount() {
            return CompletableFuture.completedStage(2);
        }

        @Override
        public boolean keepsSessions() {
            return true;
        }

        @Override
        public int compareOffsets(String one, String other) {
            return Integer.parseInt(one) - Integer.parseInt(other);
        }

        @Override
        public void persistSession(SavedSession session) {
            sessions.put(session.pid(), session);
            whenKept.run();
        }

        @Override
        public CompletionStage<Optional<SavedSession>> restoreSession(String of, String from) {
            Optional<SavedSession> found =
                    Optional.ofNullable(sessions.remove(of)).map(session -> session.from(from));
            return fetching.thenApply(now -> found);
        }

        @Override
        public CompletionStage<List<NumberedPacket>> missedPackets(SavedSession restored) {
            List<NumberedPacket> missed = new ArrayList<>();
            for (int i = Integer.parseInt(restored.lastOffset().orElseThrow()) + 1; i < stream.size(); i++) {
                missed.add(NumberedPacket.of(stream.get(i).packet(), String.valueOf(i), Parser.json()));
            }
            return lookingUp.thenApply(now -> missed);
        }
    }
}
