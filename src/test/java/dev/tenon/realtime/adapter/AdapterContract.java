package dev.tenon.realtime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.realtime.protocol.Packet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter does. A subclass says which one. */
public abstract class AdapterContract {
    private static final Packet EVENT = Packet.event("/", "x", new Object[] {1}, Packet.NO_ID);

    private final FakeSockets sockets = new FakeSockets(this::rooms);
    private Adapter adapter;

    /** Returns a new adapter of these sockets; there is no other server. */
    protected abstract Adapter create(LocalSockets local);

    @BeforeEach
    void threeSockets() {
        adapter = create(sockets);
        adapter.init();
        for (String id : List.of("a", "b", "c")) {
            adapter.add(id);
            sockets.connected.add(id);
        }
    }

    private Set<String> rooms(String id) {
        return adapter.rooms(id);
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    private Set<String> reached(Target target) {
        int before = sockets.receivers.size();
        adapter.broadcast(EVENT, target);
        sockets.awaitReceivers(before + 1);
        return sockets.lastReceivers();
    }

    private Set<String> fetched(Target target) throws Exception {
        return adapter.fetchSockets(target).toCompletableFuture().get(10, TimeUnit.SECONDS).stream()
                .map(SocketDetails::id)
                .collect(Collectors.toSet());
    }

    @Test
    void broadcast_withoutRooms_reachesEverybody() {
        assertEquals(Set.of("a", "b", "c"), reached(Target.ALL));
    }

    @Test
    void broadcast_travelsAsItsFlagsSay() {
        Flags flags = Flags.DEFAULT.asVolatile().compress(false);
        reached(Target.ALL.flags(flags));
        assertEquals(List.of("2[\"x\",1]"), sockets.sent);
        assertEquals(List.of(flags), sockets.flags);
    }

    @Test
    void broadcast_thatIsLocal_reachesTheSocketsOfThisServer() {
        assertEquals(Set.of("a", "b", "c"), reached(Target.ALL.flags(Flags.DEFAULT.asLocal())));
    }

    @Test
    void broadcast_toRooms_reachesEachMemberOnce() {
        adapter.join("a", List.of("r", "s"));
        adapter.join("b", List.of("s"));
        assertEquals(Set.of("a"), reached(Target.ALL.to("r")));
        assertEquals(Set.of("a", "b"), reached(Target.ALL.to("r", "s")));
        assertEquals(Set.of("a", "b"), reached(Target.ALL.to("r").to("s", "none")));
    }

    @Test
    void broadcast_toRoomOfNobody_reachesNobody() {
        assertEquals(Set.of(), reached(Target.ALL.to("r")));
    }

    @Test
    void broadcast_passesOverThoseExcepted() {
        adapter.join("a", List.of("r"));
        adapter.join("b", List.of("r", "s"));
        assertEquals(Set.of("a"), reached(Target.ALL.to("r").except("s")));
        assertEquals(Set.of("c"), reached(Target.ALL.except("r")));
        assertEquals(Set.of("a", "c"), reached(Target.ALL.except("s", "none")));
    }

    @Test
    void broadcastWithAck_countsAndHearsThoseReached() throws Exception {
        adapter.join("a", List.of("r"));
        adapter.join("b", List.of("r"));
        Recorder heard = new Recorder();
        adapter.broadcastWithAck(EVENT, Target.ALL.to("r"), heard);
        assertEquals(Set.of("a", "b"), heard.answers);
        assertEquals(2, heard.counts.poll(10, TimeUnit.SECONDS));
        assertEquals(0, heard.counts.size());
        assertEquals(1, adapter.serverCount().toCompletableFuture().get(10, TimeUnit.SECONDS));
    }

    @Test
    void fetchSockets_findsWhoABroadcastWouldReach() throws Exception {
        adapter.join("a", List.of("r"));
        adapter.add("not connected yet");
        assertEquals(Set.of("b", "c"), fetched(Target.ALL.except("r")));
        assertEquals(Set.of("a"), fetched(Target.ALL.to("r")));
        SocketDetails details = adapter.fetchSockets(Target.ALL.to("r"))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .get(0);
        assertEquals(Set.of("r"), details.rooms());
    }

    @Test
    void sockets_areTheIdsOfWhoIsMeantAndConnected() throws Exception {
        adapter.join("a", List.of("r"));
        sockets.connected.remove("b");
        assertEquals(Set.of("a", "c"), ids(Target.ALL));
        assertEquals(Set.of("a"), ids(Target.ALL.to("r", "s")));
        assertEquals(Set.of("c"), ids(Target.ALL.except("r")));
    }

    private Set<String> ids(Target target) throws Exception {
        return adapter.sockets(target).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void addSockets_andDelSockets_moveWhoIsMeant() {
        adapter.join("a", List.of("r"));
        adapter.join("b", List.of("r"));
        adapter.addSockets(Target.ALL.to("r").except("none"), List.of("s", "t"));
        assertEquals(Set.of("r", "s", "t"), adapter.rooms("a"));
        assertEquals(Set.of(), adapter.rooms("c"));
        adapter.delSockets(Target.ALL.to("s"), List.of("s", "r", "none"));
        assertEquals(Set.of("t"), adapter.rooms("a"));
        assertEquals(Map.of("t", Set.of("a", "b")), adapter.rooms());
    }

    @Test
    void disconnectSockets_disconnectsWhoIsMeant() {
        adapter.join("a", List.of("r"));
        adapter.disconnectSockets(Target.ALL.to("r"), true);
        adapter.disconnectSockets(Target.ALL.except("r"), false);
        assertEquals(Set.of("a closed", "b", "c"), Set.copyOf(sockets.disconnected));
    }

    @Test
    void serverSideEvent_reachesNobodyHere() throws Exception {
        Recorder heard = new Recorder();
        adapter.serverSideEmit(List.of("x", 1));
        adapter.serverSideEmitWithAck(List.of("x", 1), heard);
        assertEquals(0, heard.counts.poll(10, TimeUnit.SECONDS));
        assertEquals(List.of(), sockets.sent);
    }

    @Test
    void rooms_areThoseJoinedAndNotLeft() {
        adapter.join("a", List.of("r", "s"));
        adapter.leave("a", "r");
        adapter.leave("a", "none");
        assertEquals(Set.of("s"), adapter.rooms("a"));
        assertEquals(Set.of(), reached(Target.ALL.to("r")));
    }

    @Test
    void roomEvents_tellWhatChanged() {
        adapter.join("a", List.of("r"));
        adapter.join("a", List.of("r"));
        adapter.join("b", List.of("r"));
        adapter.leave("a", "r");
        adapter.leave("a", "r");
        adapter.remove("b");
        assertEquals(
                List.of(
                        RoomEvent.create("r"),
                        RoomEvent.join("r", "a"),
                        RoomEvent.join("r", "b"),
                        RoomEvent.leave("r", "a"),
                        RoomEvent.leave("r", "b"),
                        RoomEvent.delete("r")),
                sockets.roomEvents);
    }

    @Test
    void removedSocket_isInNoRoom() {
        adapter.join("a", List.of("r"));
        adapter.remove("a");
        adapter.remove("a");
        assertEquals(Set.of(), adapter.rooms("a"));
        assertEquals(Set.of(), reached(Target.ALL.to("r")));
        assertEquals(Set.of("b", "c"), reached(Target.ALL));
    }

    @Test
    void removedSocket_joinsNothingAnyMore() {
        adapter.remove("a");
        adapter.join("a", List.of("r"));
        adapter.leave("a", "r");
        assertEquals(Set.of(), adapter.rooms("a"));
        assertEquals(Set.of(), reached(Target.ALL.to("r")));
    }

    @Test
    void value_withoutJsonForm_isRefusedAndSentToNobody() {
        Packet packet = Packet.event("/", "x", new Object[] {new Object()}, Packet.NO_ID);
        assertThrows(IllegalArgumentException.class, () -> adapter.broadcast(packet, Target.ALL));
        assertEquals(List.of(), sockets.receivers);
    }

    @Test
    void joiningAndRemovingAtOnce_leavesNobodyBehind() throws Exception {
        List<CompletableFuture<Void>> all = IntStream.range(0, 200)
                .mapToObj(i -> "s" + i)
                .flatMap(id -> {
                    adapter.add(id);
                    return List.of(
                            CompletableFuture.runAsync(() -> adapter.join(id, List.of("r", id))),
                            CompletableFuture.runAsync(() -> adapter.remove(id)))
                            .stream();
                })
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertEquals(Map.of(), adapter.rooms());
        assertEquals(Set.of("a", "b", "c"), fetched(Target.ALL));
    }

    private static final class Recorder implements Answers {
        private final BlockingQueue<Integer> counts = new LinkedBlockingQueue<>();
        private final Set<Object> answers = new HashSet<>();

        @Override
        public void sent(int sockets) {
            counts.add(sockets);
        }

        @Override
        public void answered(List<Object> args) {
            answers.addAll(args);
        }
    }
}
