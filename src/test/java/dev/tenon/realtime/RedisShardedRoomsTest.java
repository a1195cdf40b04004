package dev.tenon.realtime;

import static dev.tenon.realtime.ClusterContract.await;
import static dev.tenon.realtime.RedisShardedClusterContract.listeners;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.DaemonTimer;
import dev.tenon.realtime.redis.RedisAdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.RedisServer;
import dev.tenon.realtime.redis.SubscriptionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** Which sharded channels a server listens to, as a real Redis counts them. */
class RedisShardedRoomsTest {
    private static RedisServer redis;

    private final DaemonTimer timer = new DaemonTimer("test-timer", RedisShardedRoomsTest.class.getClassLoader());
    private final List<Socket> sockets = new ArrayList<>();
    private final Jedis ask = new Jedis(redis.url());
    private RealtimeServer io;

    @BeforeAll
    static void startRedis() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stopRedis() {
        if (redis != null) {
            redis.close();
        }
    }

    private RemoteClient clientOf(SubscriptionMode mode) {
        RedisAdapterOptions options = RedisAdapterOptions.builder()
                .url(redis.url())
                .sharded(true)
                .subscriptionMode(mode)
                .build();
        io = new RealtimeServer(
                RealtimeOptions.builder()
                        .adapter(new RedisAdapterFactory(options))
                        .build(),
                timer,
                Runnable::run,
                new FakeSessions());
        io.onConnection(sockets::add);
        return new RemoteClient(io, Optional.empty()).sends("0").forgets();
    }

    @AfterEach
    void stop() {
        io.close();
        timer.close();
        ask.close();
    }

    private long listenersOfRoom(String room) {
        return listeners(ask, "socket.io#/#" + room + "#");
    }

    @ParameterizedTest
    @CsvSource({"STATIC, 0, 0", "DYNAMIC, 1, 0", "DYNAMIC_PRIVATE, 1, 1"})
    void roomsOfTheMode_haveAChannel(SubscriptionMode mode, long ofRoom, long ofId) throws Exception {
        clientOf(mode);
        Socket socket = sockets.get(0);
        socket.join("r");
        socket.join("last");
        await(() -> listenersOfRoom("last") == ofRoom && listenersOfRoom(socket.id()) == ofId);
        assertEquals(ofRoom, listenersOfRoom("r"));
        socket.leave("r");
        await(() -> listenersOfRoom("r") == 0);
        socket.disconnect(false);
        await(() -> listenersOfRoom("last") == 0 && listenersOfRoom(socket.id()) == 0);
        assertEquals(1, listeners(ask, "socket.io#/#"));
    }

    @Test
    void roomsThatComeAndGoFast_endAsTheyAre() throws Exception {
        clientOf(SubscriptionMode.DYNAMIC);
        Socket socket = sockets.get(0);
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            socket.join("r" + i % 10);
            socket.leave("r" + i % 10);
        });
        socket.join("r0", "r1");
        await(() -> listenersOfRoom("r1") == 1 && listenersOfRoom("r0") == 1);
        for (int i = 2; i < 10; i++) {
            String room = "r" + i;
            await(() -> listenersOfRoom(room) == 0);
        }
    }

    @Test
    void manyRooms_areListenedToAgain_whenTheConnectionBroke() throws Exception {
        RemoteClient client = clientOf(SubscriptionMode.DYNAMIC);
        Socket socket = sockets.get(0);
        socket.join(IntStream.range(0, 20_000).mapToObj(i -> "r" + i).toArray(String[]::new));
        await(() -> listenersOfRoom("r19999") == 1);
        ask.sendCommand(Command.CLIENT, "KILL", "TYPE", "pubsub");
        await(() -> IntStream.range(0, 20_000).allMatch(i -> i % 997 != 0 || listenersOfRoom("r" + i) == 1));
        ask.sendCommand(
                Command.SPUBLISH,
                "socket.io#/#r7#",
                "{\"uid\":\"other\",\"nsp\":\"/\",\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"x\"],\"nsp\":\"/\"},\"opts\":{\"rooms\":[\"r7\"],\"except\":[]}}}");
        client.hears("2[\"x\"]");
    }

    @Test
    void namespaceCalledLikeARoomOfAnother_isHeard() throws Exception {
        clientOf(SubscriptionMode.DYNAMIC);
        Namespace other = io.of("/a#r");
        RemoteClient client =
                new RemoteClient(io, Optional.empty()).sends("0/a#r,").forgets();
        io.of("/a");
        new RemoteClient(io, Optional.empty()).sends("0/a,").forgets();
        Socket socket = io.of("/a").sockets().values().iterator().next();
        socket.join("r");
        socket.leave("r");
        socket.join("last");
        await(() -> listeners(ask, "socket.io#/a#last#") == 1);
        ask.sendCommand(
                Command.SPUBLISH,
                "socket.io#/a#r#",
                "{\"uid\":\"other\",\"nsp\":\"/a#r\",\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"x\"],\"nsp\":\"/a#r\"},\"opts\":{\"rooms\":[],\"except\":[]}}}");
        client.hears("2/a#r,[\"x\"]");
        assertEquals("/a#r", other.name());
    }

    @Test
    void nothingIsListenedTo_afterTheEnd() throws Exception {
        clientOf(SubscriptionMode.DYNAMIC);
        sockets.get(0).join("r");
        await(() -> listenersOfRoom("r") == 1);
        io.close();
        await(() -> listeners(ask, "socket.io#/#") == 0);
        assertEquals(0, listenersOfRoom("r"));
    }
}
