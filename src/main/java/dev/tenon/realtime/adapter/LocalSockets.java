package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.Parser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The sockets of one namespace on this server, as its adapter reaches them. Ids of sockets that are not connected (any more) are passed over
 * everywhere. Thread-safe; nothing blocks.
 */
public interface LocalSockets {
    /** Returns the name of the namespace. */
    String namespace();

    /** Returns how packets travel to clients. */
    Parser parser();

    /**
     * Sends a packet, encoded once however many receive it.
     *
     * @param listeners runs the listeners of outgoing events: at once, before the packet leaves, or somewhere else in the order of the calls
     * @throws IllegalArgumentException if a value of the packet has no JSON form; then nobody receives it
     */
    void send(Packet packet, Flags flags, Recipients recipients, Executor listeners);

    /**
     * Sends a packet that every recipient answers. Answers that come after the timeout of the flags are dropped.
     *
     * @param packet has no id; this method sets it
     * @param answers is told at once how many received it, and then each answer on the thread that received it
     * @param listeners as in {@link #send}
     * @throws IllegalArgumentException as {@link #send} does
     */
    void sendWithAck(Packet packet, Flags flags, Recipients recipients, Answers answers, Executor listeners);

    /**
     * Puts an event into the queues of its recipients, and returns what sends it: run once, under no lock, soon. Queueing itself does no I/O and
     * runs no code of the application, so that an adapter may hold the lock meanwhile that orders the offsets.
     *
     * @param event without the offset, for listeners of outgoing events
     * @param listeners as in {@link #send}, when it is sent
     */
    Runnable queue(Packet event, NumberedPacket numbered, Flags flags, Recipients recipients, Executor listeners);

    /** Returns how long a client that was cut off may take to come back; empty if none can. */
    Optional<Duration> maxDisconnectionDuration();

    /** Returns what other servers may know about a socket; empty if it is not connected. */
    Optional<SocketDetails> details(String id);

    /** Disconnects a socket. Its listeners run on the caller's thread. */
    void disconnect(String id, boolean close);

    /**
     * Gives an event of another server to this one's listeners, on the caller's thread.
     *
     * @param event its name and arguments
     * @param ack what sends the answer, once; empty if nobody waits for one
     */
    void serverSideEvent(List<Object> event, Optional<Consumer<Object[]>> ack);

    /** Hears that rooms of this server changed, after they did and under no lock; changes by several threads may be told in another order. */
    void roomChanged(RoomEvent event);
}
