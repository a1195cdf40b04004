package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.realtime.protocol.MessagePack;
import dev.tenon.realtime.redis.RedisAdapterFactory;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.redis.RedisServer;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Clients that come back to a server whose sessions are kept in a real Redis. */
class RedisStreamsRecoveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static RedisServer redis;

    private final RealtimeServer io = server();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

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

    private static RealtimeServer server() {
        RedisAdapterOptions.Builder cluster = RedisAdapterOptions.builder()
                .url(redis.url())
                .key(UUID.randomUUID().toString())
                .streams(true);
        RealtimeOptions options = RealtimeOptions.builder()
                .connectionStateRecovery(true)
                .adapter(new RedisAdapterFactory(cluster.build()))
                .build();
        return new RealtimeServer(options, new ManualTimer(), Runnable::run, new FakeSessions());
    }

    @AfterEach
    void stop() {
        io.close();
    }

    /** Makes a namespace that records whom its middleware was asked for. */
    private void asks(String namespace) {
        io.of(namespace).onConnection(sockets::add).use((socket, next) -> {
            asked.add(namespace);
            next.run();
        });
    }

    private Socket lastSocket() {
        return sockets.get(sockets.size() - 1);
    }

    /** Returns what a client of the main namespace says of itself that was cut off behind its first event. */
    private Map<String, Object> cutOff() throws Exception {
        RemoteClient client = new RemoteClient(io, Optional.empty()).sends("0");
        Object pid = ((Map<?, ?>) Json.parse(client.next(LIMIT).substring(1))).get("pid");
        lastSocket().join("members");
        lastSocket().data().put("user", "Eve");
        io.emit("first");
        List<?> event = (List<?>) Json.parse(client.next(LIMIT).substring(1));
        client.close();
        asked.clear();
        return Map.of("pid", pid, "offset", event.get(1));
    }

    private void comesBackTo(String namespace, Map<String, Object> auth) throws Exception {
        RemoteClient client = new RemoteClient(io, Optional.empty()).sends("0" + namespace + Json.write(auth));
        assertTrue(client.next(LIMIT).startsWith("0" + namespace));
        ClusterContract.await(() -> sockets.size() == 2);
    }

    @Test
    void session_ofTheNamespace_isRestored_andMiddlewareIsNotAsked() throws Exception {
        asks("/");
        comesBackTo("", cutOff());
        assertTrue(lastSocket().recovered());
        assertEquals(Map.of("user", "Eve"), lastSocket().data());
        assertEquals(List.of(), asked);
    }

    @Test
    void session_ofAnotherNamespace_isNotRestored_andMiddlewareIsAsked() throws Exception {
        asks("/");
        asks("/admin");
        comesBackTo("/admin,", cutOff());
        assertFalse(lastSocket().recovered());
        assertFalse(lastSocket().rooms().contains("members"));
        assertEquals(Map.of(), lastSocket().data());
        assertEquals(List.of("/admin"), asked);
    }

    /** The reference's adapter does not keep the name of the namespace. */
    @Test
    void session_thatNodeKept_isRestored_butMiddlewareIsAsked() throws Exception {
        asks("/");
        Map<String, Object> auth = cutOff();
        forgetNamespace("sio:session:" + auth.get("pid"));
        comesBackTo("", auth);
        assertTrue(lastSocket().recovered());
        assertEquals(List.of("/"), asked);
    }

    /** Nobody has an offset of a namespace that he was not in. */
    @Test
    void session_thatNodeKept_isNotRestored_withAnOffsetOfAnotherNamespace() throws Exception {
        asks("/");
        asks("/admin");
        Map<String, Object> auth = cutOff();
        forgetNamespace("sio:session:" + auth.get("pid"));
        comesBackTo("/admin,", auth);
        assertFalse(lastSocket().recovered());
        assertEquals(List.of("/admin"), asked);
    }

    @SuppressWarnings("unchecked") // what the server wrote
    private static void forgetNamespace(String key) throws Exception {
        try (Jedis client = new Jedis(URI.create(redis.url()))) {
            ClusterContract.await(() -> client.exists(key));
            Map<String, Object> form =
                    (Map<String, Object>) MessagePack.read(Base64.getDecoder().decode(client.get(key)));
            form.remove("nsp");
            client.set(key, Base64.getEncoder().encodeToString(MessagePack.write(form)));
        }
    }
}
