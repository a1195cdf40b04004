package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final List<Integer> losses = new ArrayList<>();
    private final Backlog<String> backlog = new Backlog<>(3, 10, String::length, losses::add);

    @Test
    void what_isTaken_comesInItsOrder_andStaysUntilItIsRemoved() throws Exception {
        backlog.add("a");
        backlog.add("b");
        backlog.add("c");
        assertEquals(List.of("a", "b"), backlog.await(2));
        assertEquals(List.of("a", "b", "c"), backlog.await(9));
        backlog.remove(2);
        assertEquals(List.of("c"), backlog.await(9));
    }

    @Test
    void moreThanMayWait_isLost_andToldOnceUntilSomethingIsTakenAgain() {
        assertTrue(backlog.add("a") && backlog.add("b") && backlog.add("c"));
        assertFalse(backlog.add("d") || backlog.add("e"));
        assertEquals(List.of(3), losses);
        backlog.remove(1);
        assertTrue(backlog.add("f"));
        assertFalse(backlog.add("g"));
        assertEquals(List.of(3, 3), losses);
    }

    @Test
    void moreBytesThanMayWait_areLost_untilOthersAreRemoved() {
        assertTrue(backlog.add("12345678"));
        assertFalse(backlog.add("123"));
        assertTrue(backlog.add("12"));
        backlog.remove(2);
        assertTrue(backlog.add("1234567890"));
    }

    @Test
    void waiting_endsWithTheFirstThatComes() throws Exception {
        CompletableFuture<List<String>> taken = taking();
        backlog.add("a");
        assertEquals(List.of("a"), taken.get(10, TimeUnit.SECONDS));
    }

    private CompletableFuture<List<String>> taking() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return backlog.await(9);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void closed_givesWhatIsThere_thenNothing_andTakesNoMore() throws Exception {
        backlog.add("a");
        backlog.close();
        assertFalse(backlog.add("b"));
        assertEquals(List.of(), losses, "nobody is told: it is the end");
        assertEquals(List.of("a"), backlog.await(9));
        backlog.remove(1);
        assertEquals(List.of(), backlog.await(9));
        assertTrue(backlog.pause(Duration.ofHours(1)));
    }

    @Test
    void pause_lastsItsTime_unlessTheEndComes() throws Exception {
        assertFalse(backlog.pause(Duration.ofMillis(1)));
        CompletableFuture<List<String>> taken = taking();
        backlog.close();
        assertEquals(List.of(), taken.get(10, TimeUnit.SECONDS));
    }

    @Test
    void drained_returnsWhatWasNotSent_andIsClosed() {
        backlog.add("a");
        assertEquals(List.of("a"), backlog.drain());
        assertEquals(List.of(), backlog.drain());
        assertFalse(backlog.add("b"));
    }
}
