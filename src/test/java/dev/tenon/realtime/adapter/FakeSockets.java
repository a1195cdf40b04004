package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** The sockets of one server, which record what their adapter does with them. */
final class FakeSockets implements LocalSockets {
    final Set<String> connected = new TreeSet<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> offsets = new CopyOnWriteArrayList<>();
    final List<Flags> flags = new CopyOnWriteArrayList<>();
    final List<Set<String>> receivers = new CopyOnWriteArrayList<>();
    final List<String> disconnected = new CopyOnWriteArrayList<>();
    final List<RoomEvent> roomEvents = Collections.synchronizedList(new ArrayList<>());
    private final Function<String, Set<String>> rooms;

    /** Sets what knows the rooms of a socket. */
    FakeSockets(Function<String, Set<String>> rooms) {
        this.rooms = rooms;
    }

    /** Waits until something was sent so many times, also by an adapter that sends later. */
    void awaitReceivers(int times) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (receivers.size() < times && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    Set<String> lastReceivers() {
        return receivers.get(receivers.size() - 1);
    }

    @Override
    public String namespace() {
        return "/";
    }

    @Override
    public Parser parser() {
        return Parser.json();
    }

    private static String text(Packet packet) {
        return Parser.json().encode(packet).text().orElseThrow();
    }

    @Override
    public void send(Packet packet, Flags how, Recipients recipients, Executor listeners) {
        sent.add(text(packet));
        flags.add(how);
        receivers.add(new TreeSet<>(ids(recipients)));
    }

    @Override
    public Runnable queue(Packet event, NumberedPacket numbered, Flags how, Recipients recipients, Executor listeners) {
        sent.add(text(event));
        offsets.add(numbered.offset());
        flags.add(how);
        Set<String> ids = new TreeSet<>(ids(recipients));
        return () -> receivers.add(ids);
    }

    @Override
    public Optional<Duration> maxDisconnectionDuration() {
        return Optional.of(Duration.ofMinutes(2));
    }

    private List<String> ids(Recipients recipients) {
        List<String> ids = new ArrayList<>();
        recipients.forEach(ids::add);
        if (Set.copyOf(ids).size() != ids.size()) {
            throw new AssertionError("not each once: " + ids);
        }
        ids.retainAll(connected);
        return ids;
    }

    /** Every socket answers at once with its id. */
    @Override
    public void sendWithAck(Packet packet, Flags how, Recipients recipients, Answers answers, Executor listeners) {
        send(packet, how, recipients, listeners);
        lastReceivers().forEach(id -> answers.answered(List.of(id)));
        answers.sent(lastReceivers().size());
    }

    @Override
    public Optional<SocketDetails> details(String id) {
        return connected.contains(id)
                ? Optional.of(new Details(id, Map.of(), rooms.apply(id), Map.of()))
                : Optional.empty();
    }

    @Override
    public void disconnect(String id, boolean close) {
        disconnected.add(id + (close ? " closed" : ""));
    }

    @Override
    public void serverSideEvent(List<Object> event, Optional<Consumer<Object[]>> ack) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void roomChanged(RoomEvent event) {
        roomEvents.add(event);
    }

    private record Details(String id, Map<String, Object> handshake, Set<String> rooms, Map<String, Object> data)
            implements SocketDetails {}
}
