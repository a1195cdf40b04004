package dev.tenon.realtime;

import static dev.tenon.realtime.ClusterContract.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.realtime.redis.RedisAdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** A Redis that stops and comes back: each server goes on alone, then they are one cluster again, and nothing comes twice. */
class RedisOutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final DaemonTimer timer = new DaemonTimer("test-timer", RedisOutageTest.class.getClassLoader());
    private final List<RealtimeServer> servers = new ArrayList<>();
    private RedisServer redis;

    @BeforeEach
    void startRedis() {
        redis = RedisServer.start();
    }

    @AfterEach
    void stop() {
        servers.forEach(RealtimeServer::close);
        timer.close();
        if (redis != null) {
            redis.close();
        }
    }

    private RealtimeServer server() {
        return server(false);
    }

    private RealtimeServer server(boolean sharded) {
        RedisAdapterOptions redisOptions = RedisAdapterOptions.builder()
                .url(redis.url())
                .requestsTimeout(Duration.ofSeconds(2))
                .sharded(sharded)
                .build();
        RealtimeOptions options = RealtimeOptions.builder()
                .adapter(new RedisAdapterFactory(redisOptions))
                .build();
        RealtimeServer server = new RealtimeServer(options, timer, Runnable::run, new FakeSessions());
        server.onConnection(socket -> socket.join("r"));
        servers.add(server);
        return server;
    }

    private static RemoteClient connected(RealtimeServer server) {
        return new RemoteClient(server, Optional.empty()).sends("0").forgets();
    }

    private static int sockets(RealtimeServer server) throws Exception {
        return server.fetchSockets()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .size();
    }

    private static boolean sees(RealtimeServer server, int sockets) throws Exception {
        try {
            return sockets(server) == sockets;
        } catch (ExecutionException away) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void outage_leavesEachServerAlone_andThenTheyAreOneAgain(boolean sharded) throws Exception {
        RealtimeServer here = server(sharded);
        RealtimeServer there = server(sharded);
        RemoteClient ann = connected(here);
        RemoteClient bob = connected(there);
        await(() -> sees(here, 2) && sees(there, 2));
        redis.kill();
        await(() -> !sees(here, 2));
        here.to("r").emit("during");
        ann.hears("2[\"during\"]");
        assertThrows(ExecutionException.class, () -> sockets(here));
        assertEquals(1, here.local().fetchSockets().toCompletableFuture().get().size());
        redis.begin();
        bob.hears("2[\"during\"]");
        await(() -> sees(here, 2) && sees(there, 2));
        here.to("r").emit("after");
        ann.hears("2[\"after\"]");
        bob.hears("2[\"after\"]");
        bob.heardAll();
    }

    @Test
    void outageUnderLoad_losesSome_butRepeatsNone() throws Exception {
        RealtimeServer here = server();
        RealtimeServer there = server();
        RemoteClient bob = connected(there);
        await(() -> sees(here, 1) && sees(there, 1));
        for (int i = 0; i < 3_000; i++) {
            if (i == 500) {
                redis.kill();
            } else if (i == 1_500) {
                redis.begin();
            }
            here.emit("n", i);
            Thread.sleep(1);
        }
        List<Integer> numbers = new ArrayList<>();
        do {
            String text = bob.next(LIMIT);
            numbers.add(Integer.valueOf(text.substring("2[\"n\",".length(), text.length() - 1)));
        } while (numbers.get(numbers.size() - 1) != 2_999);
        for (int i = 1; i < numbers.size(); i++) {
            assertTrue(numbers.get(i - 1) < numbers.get(i), "in order, and each once");
        }
        assertTrue(numbers.size() > 2_500, () -> "all but those on their way when it stopped: " + numbers.size());
    }

    /** Such as one before version 7, or one that gives the user no right to it. */
    @Test
    void redisThatRefusesToBeListenedTo_isNotAskedAllTheTime() throws Exception {
        redis.close();
        redis = RedisServer.start("--rename-command", "SSUBSCRIBE", "");
        RealtimeServer alone = server(true); // waits for a while
        RemoteClient ann = connected(alone);
        alone.to("r").emit("x");
        ann.hears("2[\"x\"]");
        try (Jedis ask = new Jedis(redis.url())) {
            String stats = ask.info("stats");
            int connections = Integer.parseInt(stats.replaceAll("(?s).*total_connections_received:(\\d+).*", "$1"));
            assertTrue(connections > 2 && connections < 20, stats);
        }
    }

    @Test
    void serverThatStartsWithoutRedis_joinsWhenItIsThere() throws Exception {
        redis.kill();
        RealtimeServer here = server();
        RealtimeServer there = server();
        RemoteClient ann = connected(here);
        RemoteClient bob = connected(there);
        here.emit("alone");
        ann.hears("2[\"alone\"]");
        redis.begin();
        await(() -> sees(here, 2) && sees(there, 2));
        there.emit("together");
        ann.hears("2[\"together\"]");
        bob.hears("2[\"alone\"]", "2[\"together\"]");
    }
}
