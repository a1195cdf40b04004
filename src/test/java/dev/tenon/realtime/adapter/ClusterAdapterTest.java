package dev.tenon.realtime.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One server whose only other one is the test: what its threads do while the application's code waits on them. */
class ClusterAdapterTest {
    private static final int WORKERS = 4;

    private final ClusterThreads threads = new ClusterThreads("test-cluster");
    private final Other other = new Other();
    private final CountDownLatch allWait = new CountDownLatch(WORKERS);
    private final CountDownLatch end = new CountDownLatch(1);
    private final FakeSockets sockets = new FakeSockets(id -> Set.of());
    private ClusterAdapter adapter = adapter(Duration.ofSeconds(1));

    private ClusterAdapter adapter(Duration requestsTimeout) {
        return new ClusterAdapter(sockets, other, threads, requestsTimeout);
    }

    @BeforeEach
    void init() {
        adapter.init();
    }

    @AfterEach
    void close() {
        end.countDown();
        other.mayAnswer.countDown();
        threads.close();
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void occupyWorkers() {
        for (int i = 0; i < WORKERS; i++) {
            threads.workers().execute(() -> {
                allWait.countDown();
                await(end);
            });
        }
        await(allWait);
    }

    @Test
    void answer_isToldOnAThreadOfTheApplication() throws Exception {
        CompletionStage<String> thread = adapter.fetchSockets(Target.ALL)
                .thenApply(found -> Thread.currentThread().getName());
        other.mayAnswer.countDown();
        assertEquals("test-cluster-worker", now(thread));
    }

    @Test
    void listenersThatWait_holdUpNoTimeout() {
        adapter = adapter(Duration.ofMillis(100));
        occupyWorkers();
        ExecutionException e = assertThrows(ExecutionException.class, () -> now(adapter.fetchSockets(Target.ALL)));
        assertInstanceOf(TimeoutException.class, e.getCause());
    }

    /** Who waits for an answer where he was told one keeps the thread that would tell it. */
    @Test
    void continuationsThatWaitForOneAnother_goOnInTime() throws Exception {
        List<CompletableFuture<Boolean>> all = IntStream.range(0, WORKERS)
                .mapToObj(i -> adapter.fetchSockets(Target.ALL)
                        .thenApply(first -> {
                            allWait.countDown();
                            await(allWait);
                            return adapter.fetchSockets(Target.ALL)
                                    .toCompletableFuture()
                                    .join();
                        })
                        .handle((found, failure) -> true)
                        .toCompletableFuture())
                .toList();
        other.mayAnswer.countDown();
        for (CompletableFuture<Boolean> one : all) {
            assertTrue(now(one));
        }
        assertEquals(List.of(), now(adapter.fetchSockets(Target.ALL)));
    }

    private List<ClusterMessage.Fetched> toldToOther(boolean inPages) {
        List<ClusterMessage.Fetched> told = new ArrayList<>();
        other.receiver.request(
                new ClusterMessage.Fetch(Target.ALL, "q", inPages),
                answer -> told.add((ClusterMessage.Fetched) answer));
        return told;
    }

    private static List<Integer> sizes(List<ClusterMessage.Fetched> told) {
        return told.stream().map(page -> page.sockets().size()).toList();
    }

    /** Tens of thousands of sockets in one message are more than Redis keeps for one who listens, and more than a database takes. */
    @Test
    void manySockets_areToldInPages_toWhoTakesThem() {
        IntStream.range(0, 1_201).mapToObj(String::valueOf).forEach(id -> {
            adapter.add(id);
            sockets.connected.add(id);
        });
        List<ClusterMessage.Fetched> pages = toldToOther(true);
        assertEquals(List.of(500, 500, 201), sizes(pages));
        assertEquals(
                List.of(false, false, true),
                pages.stream().map(ClusterMessage.Fetched::isLast).toList());
        assertEquals(List.of(1_201), sizes(toldToOther(false)));
        assertTrue(toldToOther(false).get(0).isLast());
    }

    @Test
    void answerInPages_isWaitedForToTheLast() throws Exception {
        other.pages = 3;
        other.mayAnswer.countDown();
        assertEquals(
                List.of("0", "1", "2"),
                now(adapter.fetchSockets(Target.ALL)).stream()
                        .map(SocketDetails::id)
                        .toList());
    }

    /** The other server, which has a socket on each page, or none at all. */
    private static final class Other implements ClusterChannel {
        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private Receiver receiver;
        private int pages;

        @Override
        public void open(Receiver to) {
            receiver = to;
        }

        @Override
        public void close() {}

        @Override
        public Runnable prepare(ClusterMessage.Request request) {
            String id = ((ClusterMessage.Fetch) request).requestId();
            return () -> new Thread(() -> {
                        await(mayAnswer);
                        IntStream.range(0, pages).forEach(page -> answer(id, page));
                        if (pages == 0) {
                            receiver.answer(new ClusterMessage.Fetched(id, List.of(), true));
                        }
                    })
                    .start();
        }

        private void answer(String id, int page) {
            SocketDetails socket = new ClusterMessage.RemoteDetails(String.valueOf(page), Map.of(), Set.of(), Map.of());
            receiver.answer(new ClusterMessage.Fetched(id, List.of(socket), page == pages - 1));
        }

        @Override
        public CompletionStage<Integer> serverCount() {
            return CompletableFuture.completedStage(2);
        }
    }
}
