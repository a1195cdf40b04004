package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mysql.cj.jdbc.Driver;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.moves.Order;
import dev.tenon.it.moves.OrdersServlet;
import dev.tenon.realtime.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.pool2.PooledObjectFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.jul.JULServiceProvider;
import redis.clients.jedis.Connection;

/**
 * Visitors whose server is killed with {@code kill -9}, and who go on at one of another kind: with what the session has, its beans where the server has
 * CDI, signed in, and with the conversation at the desk, where their sockets come back by themselves and have what they missed. The servers have the same files, one MariaDB and one Redis.
 */
abstract class SessionMoves {
    private static final String SHOP = "/shop";

    private final Deque<Server> servers = new ArrayDeque<>();
    private MariaDb database;
    private RedisServer redis;
    private Visitors visitors;

    /** Returns the names of the servers in the order in which they are visited. */
    abstract List<String> route();

    @BeforeEach
    void start() {
        redis = RedisServer.start();
        database = MariaDb.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (visitors != null) {
            visitors.close();
        }
        servers.forEach(Server::close);
        if (database != null) {
            database.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void session_goesOnAtTheNextServer_whenItsOwnIsKilled() throws Exception {
        Path shop = shop();
        Guest guest = new Guest(List.of(), SHOP);
        int beans = 0;
        for (String name : route()) {
            Server server = server(name, shop);
            servers.stream().skip(1).limit(1).forEach(Server::kill);
            guest = guest.on(server);
            assertEquals(orders(servers.size()), guest.get("/orders?item=tea"), name);
            if (server.hasCdi()) {
                beans++;
                assertEquals(added(beans), guest.get("/shop/add"), name);
            }
            if (visitors == null) {
                visitors = new Visitors(server);
            }
            visitors.goTo(server);
        }
    }

    private static String orders(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "Order[item=tea, number=" + i + "]")
                .toList()
                .toString();
    }

    /** What the beans of the shop say when they are asked for the n-th time: see {@link Shop#FIRST}. */
    private static String added(int count) {
        return Collections.nCopies(count, "tea") + " 6 -" + count + " " + 4 * count;
    }

    private static Path shop() throws IOException {
        return Shop.war()
                .classes(OrdersServlet.class, Order.class)
                .library(Build.library(Driver.class))
                .library(Build.library(HikariDataSource.class))
                .library(Build.library(Logger.class))
                .library(Build.library(JULServiceProvider.class))
                .library(Build.library(Connection.class)) // for the key that the desk beside it has
                .library(Build.library(PooledObjectFactory.class))
                .file(Shop.KEYS, "tenon.session.enabled=true")
                .file("index.html", "open")
                .write("shop-that-moves");
    }

    /** The first that is started is the last of the list. */
    private Server server(String name, Path shop) throws IOException, InterruptedException {
        Server server = Servers.create(name);
        servers.addFirst(server);
        server.environment("TENON_DATABASE_URL", database.url());
        server.environment("TENON_REALTIME_REDIS_URL", redis.url());
        server.deploy(SHOP, shop);
        server.deploy(Sample.AT, Sample.war());
        return server.start(SHOP + "/index.html", Sample.AT + "/index.html");
    }
}
