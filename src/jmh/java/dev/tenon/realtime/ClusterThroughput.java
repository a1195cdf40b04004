package dev.tenon.realtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What servers of a cluster carry: each is a process that serves {@link LoadApp} and may use so much of a CPU and no more (a control group of Linux,
 * version 1; needs root). Customers and agents are spread over them evenly, in pairs; a message of a hundred characters goes to the other of a pair by
 * its id, on whatever server that is. Arguments: servers, hundredths of a CPU for each (0: no bound), messages a second in all (0: as many as go
 * through, each pair with one on its way in each direction), pairs. The cluster is what the environment says, such as
 * {@code TENON_REALTIME_REDIS_URL}; the process of its Redis or database, if {@code PEER_PID} names it, is measured, too.
 */
public final class ClusterThroughput {
    private static final int FIRST_PORT = 18_300;
    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS = 20;
    private static final String PADDING = "x".repeat(80);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AtomicLong delivered = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean measuring = new AtomicBoolean();
    private boolean isClosedLoop;
    private final List<Process> servers = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    private ClusterThroughput() {}

    public static void main(String... args) throws Exception {
        int[] numbers = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        ClusterThroughput run = new ClusterThroughput();
        try {
            run.isClosedLoop = numbers[2] == 0;
            run.start(numbers[0]);
            run.connect(numbers[0], numbers[3]);
            run.run(numbers[0], numbers[1], numbers[2]);
        } finally {
            run.servers.forEach(Process::destroyForcibly);
        }
        System.exit(0);
    }

    private void start(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            servers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadApp.class.getName(),
                            String.valueOf(FIRST_PORT + i))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(
                            Path.of(System.getProperty("java.io.tmpdir"), "load-" + i + ".log")
                                    .toFile()))
                    .start());
        }
        for (int i = 0; i < count; i++) {
            awaitListening(FIRST_PORT + i);
        }
    }

    private static void awaitListening(int port) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Every combination of servers is as frequent as any other. */
    private void connect(int count, int pairs) throws Exception {
        for (int i = 0; i < pairs; i++) {
            Client customer = new Client(FIRST_PORT + i % count);
            Client agent = new Client(FIRST_PORT + i / count % count);
            customer.other = agent.id.get(20, TimeUnit.SECONDS);
            agent.other = customer.id.get(20, TimeUnit.SECONDS);
            clients.add(customer);
            clients.add(agent);
        }
    }

    private void run(int count, int share, int rate) throws Exception {
        pace(rate, WARM_UP_SECONDS);
        for (int i = 0; i < count && share > 0; i++) {
            bound("tenon-load-" + i, servers.get(i).pid(), share);
        }
        pace(rate, 3);
        delivered.set(0);
        measuring.set(true);
        List<Long> before = cpu();
        long start = System.nanoTime();
        pace(rate, SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        long messages = delivered.get();
        report(count, share, rate, messages, seconds, before, cpu());
    }

    /** Without a rate each message is answered by the next one: the first of each are sent once. */
    private void pace(int rate, int seconds) throws InterruptedException {
        if (rate == 0 && delivered.get() == 0 && !measuring.get()) {
            clients.forEach(Client::say);
        }
        long start = System.nanoTime();
        for (long sent = 0; System.nanoTime() - start < seconds * 1_000_000_000L; ) {
            TimeUnit.MILLISECONDS.sleep(1);
            for (; sent < rate * (System.nanoTime() - start) / 1_000_000_000L; sent++) {
                clients.get((int) (sent * 7 % clients.size())).say();
            }
        }
    }

    private static void bound(String group, long pid, int share) throws IOException {
        Path folder = Files.createDirectories(Path.of("/sys/fs/cgroup/cpu", group));
        Files.writeString(folder.resolve("cpu.cfs_quota_us"), String.valueOf(share * 1_000));
        Files.writeString(folder.resolve("cgroup.procs"), String.valueOf(pid));
    }

    /** Returns hundredths of a second: the servers together, what is between them, this process. */
    private List<Long> cpu() throws IOException {
        long all = 0;
        for (Process server : servers) {
            all += cpu(server.pid());
        }
        String peer = System.getenv("PEER_PID");
        return List.of(
                all,
                peer == null ? 0 : cpu(Long.parseLong(peer)),
                cpu(ProcessHandle.current().pid()));
    }

    private static long cpu(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private void report(
            int count, int share, int rate, long messages, double seconds, List<Long> before, List<Long> after) {
        long[] times = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        double perMessage = 10_000.0 / messages;
        System.out.printf(
                "servers=%d share=%d%% rate=%d: %.0f messages/s; CPU us a message: servers %.1f, between them %.1f; load %.0f%% of a CPU;"
                        + " latency ms: median %.1f, 99%% %.1f%n",
                count,
                share,
                rate,
                messages / seconds,
                (after.get(0) - before.get(0)) * perMessage,
                (after.get(1) - before.get(1)) * perMessage,
                (after.get(2) - before.get(2)) / seconds,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6);
    }

    /** One client over a websocket, which answers what it hears unless a rate is set. */
    private final class Client implements WebSocket.Listener {
        private final CompletableFuture<String> id = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;
        private CompletableFuture<WebSocket> last;
        private volatile String other;

        private Client(int port) {
            URI uri = URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket");
            socket = CLIENT.newWebSocketBuilder().buildAsync(uri, this).join();
            last = CompletableFuture.completedFuture(socket);
            send("40");
        }

        private synchronized void send(String packet) {
            last = last.thenCompose(ready -> ready.sendText(packet, true));
        }

        private void say() {
            send("42[\"direct\",{\"to\":\"" + other + "\",\"msg\":\"" + System.nanoTime() + " " + PADDING + "\"}]");
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean whole) {
            text.append(data);
            if (whole) {
                heard(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(webSocket, data, whole);
        }

        private void heard(String packet) {
            if (packet.equals("2")) {
                send("3");
            } else if (packet.startsWith("40")) {
                id.complete(packet.split("\"", -1)[3]);
            } else if (packet.startsWith("42[\"direct\",\"")) {
                delivered.incrementAndGet();
                if (measuring.get()) {
                    long sent = Long.parseLong(packet.substring(13, packet.indexOf(' ')));
                    latencies.add(System.nanoTime() - sent);
                }
                if (isClosedLoop) {
                    say();
                }
            }
        }
    }
}
