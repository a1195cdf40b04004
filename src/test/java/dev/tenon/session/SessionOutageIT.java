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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real MariaDB that stops, hangs and comes back while visitors go on. */
class SessionOutageIT {
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration BUSY =
            Duration.ofMillis(1_500); // what a loaded machine takes besides, at its best of some tries
    private static final int TRIES = 4;

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
            List<Duration> pages = new ArrayList<>();
            List<Duration> refusals = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                assertEquals("page", visitor.body("/static"));
                pages.add(since(start));
                start = System.nanoTime();
                HttpResponse<String> refused = visitor.get("/get?n");
                refusals.add(since(start));
                assertEquals(503, refused.statusCode());
                assertEquals("2", refused.headers().firstValue("Retry-After").orElseThrow());
            }
            assertWithin(BUSY, Collections.min(pages), "a page without a session");
            assertWithin(BOUND.plus(BUSY), Collections.min(refusals), "a refusal");
        }

        void assertServedAgain() throws Exception {
            CompletableFuture<Another> another = CompletableFuture.supplyAsync(Another::connected);
            Visitor visitor = new Visitor(app).with(all.get(0).visitor.id());
            await(() -> visitor.get("/get?n").statusCode() == 200, Duration.ofSeconds(30));
            long served = System.nanoTime();
            Duration took = Duration.ofNanos(served - another.join().at);
            assertWithin(BOUND.plus(another.join().pace), took, "the first answer after another was connected");
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

    /** Somebody who tries to connect all the time: when that went well again, and how long this machine takes for it once it does. */
    private record Another(long at, Duration pace) {
        static Another connected() {
            while (!connects()) {
                Thread.onSpinWait();
            }
            long at = System.nanoTime();
            connects();
            return new Another(at, since(at));
        }

        private static boolean connects() {
            try (Connection connection = DriverManager.getConnection(database.url())) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                return false;
            }
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void assertWithin(Duration most, Duration took, String what) {
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
