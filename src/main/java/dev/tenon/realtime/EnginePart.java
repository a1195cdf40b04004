package dev.tenon.realtime;

import dev.tenon.realtime.engine.EngineOptions;
import java.time.Duration;
import java.util.List;

/** What an application says of sessions and transports, as a part of {@link RealtimeOptions.Builder}. */
abstract class EnginePart<B> {
    static final Duration MIN_TIME = Duration.ofMillis(1);
    static final Duration MAX_TIME = Duration.ofDays(1);
    static final int MIN_SIZE = 1 << 10;
    static final int MAX_SIZE = 1 << 30;
    static final int MAX_COUNT = 1_000_000;

    final EngineOptions.Builder engine = EngineOptions.builder();

    abstract B self();

    /**
     * Sets how long the server waits between two pings, from 1 ms to 1 day; 25 seconds unless set. A client learns that the server is gone
     * after this and {@link #pingTimeout} together.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B pingInterval(Duration pingInterval) {
        engine.pingInterval(within("pingInterval", pingInterval, MIN_TIME, MAX_TIME));
        return self();
    }

    /**
     * Sets how long a client may take to answer a ping, from 1 ms to 1 day; 20 seconds unless set.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B pingTimeout(Duration pingTimeout) {
        engine.pingTimeout(within("pingTimeout", pingTimeout, MIN_TIME, MAX_TIME));
        return self();
    }

    /**
     * Sets how long a transport may take to replace another, from 1 ms to 1 day; 10 seconds unless set.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B upgradeTimeout(Duration upgradeTimeout) {
        engine.upgradeTimeout(within("upgradeTimeout", upgradeTimeout, MIN_TIME, MAX_TIME));
        return self();
    }

    /**
     * Sets how many bytes one message may have, and one body of long-polling, from 1 KB to 1 GB; 1,000,000 unless set. A client that sends
     * more is disconnected.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B maxHttpBufferSize(int bytes) {
        engine.maxHttpBufferSize(within("maxHttpBufferSize", bytes, MIN_SIZE, MAX_SIZE));
        return self();
    }

    /**
     * Sets how many bytes may wait for one client, from 1 KB to 1 GB; 4 MB unless set. A client that reads so slowly that more would wait
     * loses volatile events first, and is then disconnected for the reason {@code slow consumer}. What was sent to many is kept once,
     * however many queues it waits in. As much may wait behind a handler of the client's own events; more of them are a {@code transport
     * error}.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B maxQueueSize(int bytes) {
        engine.maxQueueSize(within("maxQueueSize", bytes, MIN_SIZE, MAX_SIZE));
        return self();
    }

    /**
     * Sets how many messages may wait for one client, from 1 to 1,000,000; 10,000 unless set. Beyond it the client is disconnected as
     * {@link #maxQueueSize} says.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B maxQueueLength(int messages) {
        engine.maxQueueLength(within("maxQueueLength", messages, 1, MAX_COUNT));
        return self();
    }

    /**
     * Sets the transports that clients may use: {@code polling}, {@code websocket} or both; both unless set.
     *
     * @throws IllegalArgumentException if there is none, or one is neither
     */
    public B transports(String... transports) {
        engine.transports(List.of(transports));
        return self();
    }

    /** Sets whether a connection may change from polling to WebSocket; true unless set. */
    public B allowUpgrades(boolean allowUpgrades) {
        engine.allowUpgrades(allowUpgrades);
        return self();
    }

    /**
     * Sets whether {@code socket.io-client} 2, and what else speaks version 3 of Engine.IO, may connect; false unless set. Such a client
     * knows one id, the secret one of its connection: {@link Socket#id} is another, and the server reaches the client by either.
     */
    public B allowEIO3(boolean allowEIO3) {
        engine.allowEIO3(allowEIO3);
        return self();
    }

    static <C extends Comparable<C>> C within(String name, C value, C min, C max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ", not " + value);
        }
        return value;
    }
}
