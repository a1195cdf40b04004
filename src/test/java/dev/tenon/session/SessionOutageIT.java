package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.it.MariaDb;
import dev.tenon.web.TomcatApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real MariaDB that stops, hangs and comes back while visitors go on. */
class SessionOutageIT {
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofMillis(1_500); // what a loaded machine takes besides

    @TempDir
    private static Path docBase;

    private static MariaDb database;
    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        database = MariaDb.start();
        app = Pages.on(TomcatApp.at("/shop", docBase));
        app.param("tenon.session.enabled", "true").param("tenon.database.url", database.url());
        app.start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
        database.close();
    }

    @Test
    void databaseThatStops_costsWhoNeedsItABoundedWait_andIsThereAgainAtOnce() throws Exception {
        Customers customers = new Customers();
        database.stop();
        customers.assertRefusedInTime();
        database.begin();
        customers.assertServedAgain();
    }

    @Test
    void databaseThatHangs_costsWhoNeedsItABoundedWait_andIsThereAgainAtOnce() throws Exception {
        Customers customers = new Customers();
        database.pause();
        try {
            customers.assertRefusedInTime();
        } finally {
            database.resume();
        }
        customers.assertServedAgain();
    }

    /** Six who write one number after the other, as fast as they are answered. */
    private static final class Customers {
        private final List<Customer> all = new ArrayList<>();

        Customers() throws Exception {
            for (int i = 0; i < 6; i++) {
                all.add(new Customer());
            }
            for (Customer customer : all) {
                customer.runs = CompletableFuture.runAsync(customer::run);
            }
            await(() -> all.stream().allMatch(customer -> customer.answered > 5), Duration.ofSeconds(20));
        }

        void assertRefusedInTime() throws Exception {
            Visitor visitor = new Visitor(app).with(all.get(0).visitor.id());
            await(() -> visitor.get("/get?n").statusCode() == 503, Duration.ofSeconds(10));
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                assertEquals("page", visitor.body("/static"));
                assertWithin(BUSY, start, "a page without a session");
                start = System.nanoTime();
                HttpResponse<String> refused = visitor.get("/get?n");
                assertEquals(503, refused.statusCode());
                assertEquals("2", refused.headers().firstValue("Retry-After").orElseThrow());
                assertWithin(BOUND.plus(BUSY), start, "a refusal");
            }
        }

        void assertServedAgain() throws Exception {
            CompletableFuture<Long> back = CompletableFuture.supplyAsync(SessionOutageIT::firstConnection);
            Visitor visitor = new Visitor(app).with(all.get(0).visitor.id());
            await(() -> visitor.get("/get?n").statusCode() == 200, Duration.ofSeconds(30));
            assertWithin(BOUND, back.join(), "the first answer after the database took a connection of another");
            for (Customer customer : all) {
                customer.goOn = false;
                customer.runs.join();
                int kept = Integer.parseInt(customer.visitor.body("/get?n"));
                assertTrue(
                        kept == customer.answered || kept == customer.asked,
                        kept + " kept, answered " + customer.answered + ", asked " + customer.asked);
                assertEquals(List.of(), customer.odd);
            }
        }
    }

    private static final class Customer {
        private final Visitor visitor = new Visitor(app);
        private final List<String> odd = new ArrayList<>();
        private CompletableFuture<Void> runs;
        private volatile boolean goOn = true;
        private volatile int asked;
        private volatile int answered;

        void run() {
            while (goOn) {
                int next = answered + 1;
                asked = next;
                try {
                    HttpResponse<String> answer = visitor.get("/set?n=" + next);
                    if (answer.statusCode() == 200) {
                        answered = next;
                    } else if (answer.statusCode() != 503) {
                        odd.add(answer.statusCode() + " " + answer.body());
                    }
                } catch (Exception e) {
                    odd.add(e.toString());
                }
            }
        }
    }

    /** When the database is there again for somebody who asks it all the time, however long the machine needs for that. */
    private static long firstConnection() {
        while (true) {
            try (Connection connection = DriverManager.getConnection(database.url())) {
                if (connection.isValid(1)) {
                    return System.nanoTime();
                }
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static void assertWithin(Duration most, long start, String what) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(most) <= 0, what + " took " + took);
    }

    private static void await(Condition condition, Duration most) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.isMet()) {
            assertTrue(System.nanoTime() < end, "not within " + most);
            Thread.sleep(50);
        }
    }

    private interface Condition {
        boolean isMet() throws Exception;
    }
}
