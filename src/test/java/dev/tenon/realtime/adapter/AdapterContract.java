package dev.tenon.realtime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.realtime.protocol.EncodedPacket;
import dev.tenon.realtime.protocol.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter does. A subclass says which one. */
abstract class AdapterContract {
    private final List<EncodedPacket> packets = new ArrayList<>();
    private final List<Set<String>> receivers = new ArrayList<>();
    private Adapter adapter;

    /** Returns a new adapter that sends through the outlet. */
    abstract Adapter create(Outlet outlet);

    @BeforeEach
    void threeSockets() {
        adapter = create(this::record);
        for (String id : List.of("a", "b", "c")) {
            adapter.add(id);
        }
    }

    private void record(EncodedPacket packet, Iterable<String> ids) {
        Set<String> all = new TreeSet<>();
        ids.forEach(id -> assertEquals(true, all.add(id), id + " is there once"));
        packets.add(packet);
        receivers.add(all);
    }

    private Set<String> reached(Target target) {
        adapter.broadcast(Packet.event("/", "x", new Object[] {1}, Packet.NO_ID), target);
        return receivers.get(receivers.size() - 1);
    }

    @Test
    void broadcast_withoutRooms_reachesEverybody() {
        assertEquals(Set.of("a", "b", "c"), reached(Target.ALL));
    }

    @Test
    void broadcast_isEncodedOnce() {
        reached(Target.ALL);
        assertEquals(List.of(new EncodedPacket("2[\"x\",1]", List.of())), packets);
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
    void sockets_areWhoABroadcastWouldReach() {
        adapter.join("a", List.of("r"));
        assertEquals(Set.of("b", "c"), adapter.sockets(Target.ALL.except("r")));
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
        assertEquals(List.of(), receivers);
    }

    @Test
    void joiningAndRemovingAtOnce_leavesNobodyBehind() {
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
        assertEquals(Set.of(), adapter.sockets(Target.ALL.to("r")));
        assertEquals(Set.of("a", "b", "c"), adapter.sockets(Target.ALL));
    }
}
