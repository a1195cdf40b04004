package dev.tenon.realtime;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import dev.tenon.realtime.redis.RedisAdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What a message costs in a cluster over Redis: servers in one process, each with one socket, and one that says everything. Counts the CPU time of
 * the threads, not the time on a clock. Arguments: the URL of a Redis, its process id, the number of servers, {@code pubsub} or {@code streams}.
 */
public final class ClusterLoad {
    private static final int WARM_UP = 100_000;
    private static final int MESSAGES = 200_000;
    private static final int WINDOW = 5_000;
    private static final String TEXT = "x".repeat(100);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ClusterLoad() {}

    public static void main(String... args) throws Exception {
        int count = Integer.parseInt(args[2]);
        DaemonTimer timer = new DaemonTimer("timer", ClusterLoad.class.getClassLoader());
        List<Client> clients = new ArrayList<>();
        List<RealtimeServer> servers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RedisAdapterOptions redis = RedisAdapterOptions.builder()
                    .url(args[0])
                    .streams(args[3].equals("streams"))
                    .build();
            RealtimeOptions options = RealtimeOptions.builder()
                    .adapter(new RedisAdapterFactory(redis))
                    .build();
            servers.add(new RealtimeServer(options, timer, Runnable::run, new NoSessions()));
            clients.add(new Client(servers.get(i)));
        }
        Client last = clients.get(count - 1);
        RealtimeServer first = servers.get(0);
        run("to all", args, WARM_UP, count, last, () -> first.emit("chat message", TEXT));
        run("to all", args, MESSAGES, count, last, () -> first.emit("chat message", TEXT));
        Broadcast one = first.to(last.id());
        run("to one", args, MESSAGES, count, last, () -> one.emit("chat message", TEXT));
        servers.forEach(RealtimeServer::close);
        timer.close();
    }

    /** Never more than a window of messages on their way: the queues of the adapter are bounded. */
    private static void run(String what, String[] args, int messages, int servers, Client last, Runnable emit)
            throws Exception {
        long before = last.received.get();
        Map<String, Long> cpu = cpu();
        long redis = redisCpu(args[1]);
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            while (i - (last.received.get() - before) > WINDOW) {
                Thread.onSpinWait();
                Thread.sleep(1);
            }
            emit.run();
        }
        while (last.received.get() - before < messages) {
            Thread.sleep(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Long> after = cpu();
        System.out.printf(
                "%s servers=%d %s: %.0f/s; us of CPU each: caller %.1f, publisher %.1f, reader of one server %.1f, redis %.1f%n",
                args[3],
                servers,
                what,
                messages / seconds,
                used(cpu, after, "main", messages),
                used(cpu, after, "tenon-redis-publisher", messages),
                (used(cpu, after, "tenon-redis-subscriber", messages)
                                + used(cpu, after, "tenon-redis-stream", messages))
                        / servers,
                (redisCpu(args[1]) - redis) * 10_000.0 / messages);
    }

    private static double used(Map<String, Long> before, Map<String, Long> after, String name, int messages) {
        return (after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L)) / 1_000.0 / messages;
    }

    private static Map<String, Long> cpu() {
        Map<String, Long> byName = new java.util.TreeMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            var info = THREADS.getThreadInfo(id);
            if (info != null) {
                byName.merge(info.getThreadName(), THREADS.getThreadCpuTime(id), Long::sum);
            }
        }
        return byName;
    }

    /** Returns hundredths of a second. */
    private static long redisCpu(String pid) throws Exception {
        String[] fields = Files.readString(Path.of("/proc", pid, "stat")).split(" ");
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    /** A client that counts. */
    private static final class Client implements EngineSocket {
        private final AtomicLong received = new AtomicLong();
        private final RealtimeServer server;

        private Client(RealtimeServer server) {
            this.server = server;
            server.accept(
                            this,
                            new EngineHandshake(
                                    Map.of(), Map.of(), "/", "127.0.0.1", false, Instant.EPOCH, Optional.empty()))
                    .text("0");
            received.set(0);
        }

        private String id() {
            return server.sockets().keySet().iterator().next();
        }

        @Override
        public void send(List<Frame> frames) {
            received.incrementAndGet();
        }

        @Override
        public boolean queue(List<Frame> frames) {
            send(frames);
            return true;
        }

        @Override
        public void sendVolatile(List<Frame> frames) {
            send(frames);
        }

        @Override
        public boolean inOrder(Runnable task) {
            task.run();
            return true;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String sid() {
            return "sid";
        }

        @Override
        public int protocol() {
            return 4;
        }

        @Override
        public String transport() {
            return "websocket";
        }

        @Override
        public boolean isWritable() {
            return true;
        }
    }

    /** There are none. */
    private static final class NoSessions implements SessionAccess {
        @Override
        public Optional<SessionRef> find(HttpServletRequest request) {
            return Optional.empty();
        }

        @Override
        public String alias(HttpSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean exists(SessionRef session) {
            return false;
        }

        @Override
        public boolean access(SessionRef session, Consumer<HttpSession> work) {
            return false;
        }

        @Override
        public AutoCloseable onEnd(Consumer<SessionRef> listener) {
            return () -> {};
        }
    }
}
