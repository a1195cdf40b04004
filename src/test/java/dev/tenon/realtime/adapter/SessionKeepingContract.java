package dev.tenon.realtime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.protocol.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter does, and what those do that keep sessions. A subclass says which one. */
public abstract class SessionKeepingContract extends AdapterContract {
    private final FakeSockets sockets = new FakeSockets(id -> Set.of(id));
    private Adapter adapter;

    @BeforeEach
    void begin() {
        adapter = create(sockets);
        adapter.init();
        adapter.add("a");
        sockets.connected.add("a");
    }

    @AfterEach
    void end() {
        adapter.close();
    }

    /** Sends an event and returns its offset. */
    String emit(String event, Target target) {
        int before = sockets.receivers.size();
        adapter.broadcast(Packet.event("/", event, new Object[0], Packet.NO_ID), target);
        sockets.awaitReceivers(before + 1);
        return sockets.offsets.get(sockets.offsets.size() - 1);
    }

    void persist(String pid, String lastOffset, String... rooms) {
        adapter.persistSession(new SavedSession(
                "s-" + pid,
                pid,
                Set.of(rooms),
                Map.of("name", "Eve"),
                Optional.of("/"),
                Optional.of("alias"),
                Optional.ofNullable(lastOffset)));
    }

    Optional<SavedSession> restore(String pid, String offset) throws Exception {
        return adapter.restoreSession(pid, offset).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Returns the texts of what a restored session missed. */
    List<String> missed(SavedSession session) throws Exception {
        List<String> texts = new ArrayList<>();
        for (NumberedPacket packet :
                adapter.missedPackets(session).toCompletableFuture().get(10, TimeUnit.SECONDS)) {
            texts.add(packet.encoded().text().orElseThrow().replace(",\"" + packet.offset() + "\"", ""));
        }
        return texts;
    }

    @Test
    void adapter_keepsSessions() {
        assertTrue(adapter.keepsSessions());
    }

    @Test
    void offsets_areInTheOrderOfTheirEvents() {
        String first = emit("one", Target.ALL);
        String second = emit("two", Target.ALL);
        assertTrue(adapter.compareOffsets(first, second) < 0);
        assertTrue(adapter.compareOffsets(second, first) > 0);
        assertEquals(0, adapter.compareOffsets(first, first));
    }

    @Test
    void session_isRestored_withAllThatWasKept() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a", "r");
        SavedSession session = restore("p", offset).orElseThrow();
        assertEquals("s-p", session.sid());
        assertEquals("p", session.pid());
        assertEquals(Set.of("a", "r"), session.rooms());
        assertEquals(Map.of("name", "Eve"), session.data());
        assertEquals(Optional.of("/"), session.namespace());
        assertEquals(Optional.of("alias"), session.owner());
    }

    @Test
    void session_isRestoredOnce() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a");
        assertTrue(restore("p", offset).isPresent());
        assertTrue(restore("p", offset).isEmpty());
    }

    @Test
    void session_thatIsNotKnown_isNotRestored() throws Exception {
        assertTrue(restore("p", emit("seen", Target.ALL)).isEmpty());
    }

    @Test
    void session_withAnOffsetThatNobodyGave_isNotRestored() throws Exception {
        String offset = emit("seen", Target.ALL);
        for (String wrong : List.of("", "?", "-1", "zzzzzzzzzzzz", "zzzzzzzzzzzzzzzzzzzzzzz", "'; --", "\u0000")) {
            persist("p", offset, "a");
            assertTrue(restore("p", wrong).isEmpty(), wrong);
        }
    }

    @Test
    void missed_isWhatCameAfterTheOffset_inItsOrder() throws Exception {
        emit("zero", Target.ALL);
        String offset = emit("one", Target.ALL);
        emit("two", Target.ALL);
        persist("p", null, "a");
        emit("three", Target.ALL);
        assertEquals(
                List.of("2[\"two\"]", "2[\"three\"]"),
                missed(restore("p", offset).orElseThrow()));
    }

    @Test
    void missed_isWhatItsRoomsReceived() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a", "r");
        emit("all", Target.ALL);
        emit("r", Target.ALL.to("r"));
        emit("other", Target.ALL.to("other"));
        emit("r or other", Target.ALL.to("r", "other"));
        emit("not r", Target.ALL.except("r"));
        emit("all but other", Target.ALL.except("other"));
        assertEquals(
                List.of("2[\"all\"]", "2[\"r\"]", "2[\"r or other\"]", "2[\"all but other\"]"),
                missed(restore("p", offset).orElseThrow()));
    }

    @Test
    void missed_isNotWhatMayBeLost_orAsksForAnAnswer() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a");
        adapter.broadcast(
                Packet.event("/", "volatile", new Object[0], Packet.NO_ID),
                Target.ALL.flags(Flags.DEFAULT.asVolatile()));
        adapter.broadcast(Packet.event("/", "with ack", new Object[0], 7), Target.ALL);
        assertEquals(List.of(), missed(restore("p", offset).orElseThrow()));
    }

    @Test
    void missed_hasWhatCameBetweenRestoringAndJoining() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a");
        SavedSession session = restore("p", offset).orElseThrow();
        emit("late", Target.ALL);
        assertEquals(List.of("2[\"late\"]"), missed(session));
    }

    @Test
    void session_canBeKeptAgain() throws Exception {
        String offset = emit("seen", Target.ALL);
        persist("p", offset, "a");
        assertTrue(restore("p", offset).isPresent());
        persist("p", offset, "a", "new");
        assertEquals(Set.of("a", "new"), restore("p", offset).orElseThrow().rooms());
    }
}
