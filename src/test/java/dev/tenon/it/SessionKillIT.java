package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server that is killed while visitors write: nothing that was answered is lost. */
class SessionKillIT {
    @Test
    void killedUnderLoad_keepsWhatWasAnswered() throws Exception {
        try (MariaDb database = MariaDb.start();
                SessionSite site = new SessionSite(List.of(new Tomcat()), database.url())) {
            site.start();
            List<Writer> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(new Writer(site.guest()));
            }
            Waiting.until(
                    "all have written", () -> writers.stream().allMatch(writer -> writer.answered.get() > 10), 500);
            site.server().kill();
            writers.forEach(writer -> writer.runs.join());
            site.server().restart("/main/index.html");
            for (Writer writer : writers) {
                int kept = Integer.parseInt(writer.guest.get("/p/get?name=n"));
                int answered = writer.answered.get();
                assertTrue(kept == answered || kept == answered + 1, kept + " of " + answered);
            }
        }
    }

    private static final class Writer {
        private final Guest guest;
        private final CompletableFuture<Void> runs;
        private final AtomicInteger answered = new AtomicInteger();

        Writer(Guest guest) {
            this.guest = guest;
            this.runs = CompletableFuture.runAsync(this::run);
        }

        /** Until there is no server any more. */
        private void run() {
            try {
                while (true) {
                    guest.get("/p/set?name=n&value=" + (answered.get() + 1));
                    answered.incrementAndGet();
                }
            } catch (Exception gone) {
                return;
            }
        }
    }
}
