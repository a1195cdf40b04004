package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.redis.Subscriptions.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final Topic A = Topic.shard("a");
    private static final Topic B = Topic.shard("b");
    private static final Changes NONE = new Changes(List.of(), List.of());

    private final Subscriptions subscriptions = new Subscriptions();
    private final List<String> heard = new ArrayList<>();
    private final Listener one = new Listener("one");
    private final Listener two = new Listener("two");

    @Test
    void change_isToldOnce() {
        subscriptions.add(A, one);
        subscriptions.add(A, one);
        assertEquals(new Changes(List.of(A), List.of()), subscriptions.changes());
        assertEquals(NONE, subscriptions.changes());
        subscriptions.remove(A, one);
        assertEquals(new Changes(List.of(), List.of(A)), subscriptions.changes());
    }

    @Test
    void changeThatIsTakenBack_isNotTold() {
        subscriptions.add(A, one);
        subscriptions.remove(A, one);
        assertEquals(NONE, subscriptions.changes());
    }

    /** A room of {@code /a} called {@code b} has the channel that the namespace {@code /a#b} has. */
    @Test
    void topicOfTwoListeners_staysWithTheOther() {
        subscriptions.add(A, one);
        subscriptions.add(A, two);
        subscriptions.of(A).forEach(listener -> listener.accept("a", new byte[0]));
        assertEquals(List.of("one", "two"), heard);
        subscriptions.changes();
        subscriptions.remove(A, one);
        assertEquals(NONE, subscriptions.changes());
        assertEquals(List.of(two), subscriptions.of(A));
    }

    @Test
    void listener_isRemovedEverywhere() {
        subscriptions.add(A, one);
        subscriptions.add(B, one);
        subscriptions.add(B, two);
        subscriptions.changes();
        subscriptions.remove(one);
        assertEquals(new Changes(List.of(), List.of(A)), subscriptions.changes());
    }

    @Test
    void newConnection_isToldAll_andAllIsConfirmedAgain() {
        subscriptions.add(A, one);
        subscriptions.changes();
        assertFalse(subscriptions.areAllConfirmed());
        subscriptions.confirm(A);
        assertTrue(subscriptions.areAllConfirmed());
        assertTrue(subscriptions.isConfirmed(A));
        subscriptions.restart();
        assertFalse(subscriptions.isConfirmed(A));
        assertEquals(new Changes(List.of(A), List.of()), subscriptions.changes());
        assertFalse(subscriptions.areAllConfirmed());
    }

    /** Or the log never says that the connection is back: nobody confirms what is only ended. */
    @Test
    void roomThatEndsMeanwhile_hidesNotThatAllIsConfirmed() {
        subscriptions.add(A, one);
        subscriptions.add(B, one);
        subscriptions.changes();
        subscriptions.remove(B, one);
        subscriptions.confirm(A);
        subscriptions.confirm(B);
        assertTrue(subscriptions.areAllConfirmed());
    }

    @Test
    void topicThatIsNoUtf8_isWhatRedisTellsOfIt() {
        Topic half = Topic.shard("\ud800");
        subscriptions.add(half, one);
        subscriptions.changes();
        subscriptions.confirm(new Topic(half.kind(), new String(half.bytes(), UTF_8)));
        assertTrue(subscriptions.areAllConfirmed());
    }

    private final class Listener implements BiConsumer<String, byte[]> {
        private final String name;

        private Listener(String name) {
            this.name = name;
        }

        @Override
        public void accept(String channel, byte[] message) {
            heard.add(name);
        }
    }
}
