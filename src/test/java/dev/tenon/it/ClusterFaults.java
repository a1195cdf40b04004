package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.redis.RedisServer;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two servers in processes of their own on a real Redis, and a client of each: the stock one for Java. */
abstract class ClusterFaults {
    final Heard ann = new Heard();
    final Heard bob = new Heard();
    ClusterNode here;
    ClusterNode there;
    private RedisServer redis;

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start();
        here = node();
        there = node();
        ann.connect(here);
        bob.connect(there);
        awaitSockets(2);
    }

    final ClusterNode node() throws Exception {
        return ClusterNode.start("tenon.realtime.redis.url=" + redis.url());
    }

    @AfterEach
    void stop() {
        ann.socket.disconnect();
        bob.socket.disconnect();
        here.close();
        there.close();
        redis.close();
    }

    /** Waits until ann's server knows of so many sockets. */
    final void awaitSockets(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (ann.count() != count) {
            assertTrue(System.nanoTime() - end < 0, () -> "never " + count + " sockets");
        }
    }

    /** Lets ann say the numbers up to this one, each some milliseconds after the other. */
    final void say(int from, int to) throws InterruptedException {
        for (int i = from; i < to; i++) {
            ann.socket.emit("say", i);
            Thread.sleep(2);
        }
    }

    /** A client and what it hears. */
    static final class Heard {
        private final BlockingQueue<Integer> numbers = new LinkedBlockingQueue<>();
        Socket socket;

        void connect(ClusterNode node) throws InterruptedException {
            IO.Options options = IO.Options.builder()
                    .setTransports(new String[] {"websocket"})
                    .setForceNew(true)
                    .setReconnection(false)
                    .build();
            CountDownLatch connected = new CountDownLatch(1);
            socket = IO.socket(URI.create(node.url()), options);
            socket.on(Socket.EVENT_CONNECT, args -> connected.countDown());
            socket.on("said", args -> numbers.add((Integer) args[0]));
            socket.connect();
            assertTrue(connected.await(20, TimeUnit.SECONDS), "connected");
        }

        /** Returns how many sockets its server finds in the cluster; -1 if another one does not answer. */
        int count() throws InterruptedException {
            BlockingQueue<Integer> answer = new LinkedBlockingQueue<>();
            socket.emit("count", (io.socket.client.Ack) args -> answer.add((Integer) args[0]));
            Integer count = answer.poll(20, TimeUnit.SECONDS);
            assertNotNull(count, "its server answers");
            return count;
        }

        /** Fails unless exactly these numbers come next, each once and in order. */
        void hears(int from, int to) throws InterruptedException {
            List<Integer> missing = new ArrayList<>();
            for (int i = from; i < to; i++) {
                Integer next = numbers.poll(20, TimeUnit.SECONDS);
                if (next == null) {
                    missing.add(i);
                    break;
                }
                assertEquals(i, next);
            }
            assertEquals(List.of(), missing);
        }

        /** Fails if anything comes in this time. */
        void hearsNothing(Duration time) throws InterruptedException {
            Integer next = numbers.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            assertEquals(null, next);
        }
    }
}
