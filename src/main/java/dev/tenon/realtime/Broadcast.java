package dev.tenon.realtime;

import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.SocketDetails;
import dev.tenon.realtime.adapter.Target;
import dev.tenon.realtime.protocol.Packet;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/**
 * Many sockets of one namespace, on all servers: what is sent to them is encoded once, and what is asked of them is asked of each. Immutable:
 * each method that narrows or widens the target returns a new one. No method blocks.
 */
public final class Broadcast {
    private final RealtimeServer server;
    private final Iterable<ServerNamespace> namespaces;
    private final Target target;

    /** Sets the namespaces: the one, or all children of a parent at the time when something is sent. */
    Broadcast(RealtimeServer server, Iterable<ServerNamespace> namespaces, Target target) {
        this.server = server;
        this.namespaces = namespaces;
        this.target = target;
    }

    private Broadcast with(Target other) {
        return new Broadcast(server, namespaces, other);
    }

    /**
     * Returns those who are in one of these rooms, or of the ones named before; a socket in several of them hears an event once.
     *
     * @param rooms names of rooms, ids of sockets or ids of HTTP sessions
     */
    public Broadcast to(String... rooms) {
        return with(target.to(rooms));
    }

    /** Returns the same as {@link #to}. */
    public Broadcast in(String... rooms) {
        return to(rooms);
    }

    /**
     * Returns every tab of an HTTP session, beside those who are in one of the rooms named before.
     *
     * @throws IllegalStateException if the session has ended
     */
    public Broadcast session(HttpSession session) {
        return to(server.alias(session));
    }

    /** Returns the same, without those who are in one of these rooms. */
    public Broadcast except(String... rooms) {
        return with(target.except(rooms));
    }

    /** Returns those of this server only. */
    public Broadcast local() {
        return with(target.flags(target.flags().asLocal()));
    }

    /**
     * Returns the same, for events that may be lost: a client that cannot take one at once never hears it. This is the reference's {@code
     * volatile}.
     */
    public Broadcast asVolatile() {
        return with(target.flags(target.flags().asVolatile()));
    }

    /** Returns the same, for events that may be compressed, or may not; they may unless this says otherwise. */
    public Broadcast compress(boolean compress) {
        return with(target.flags(target.flags().compress(compress)));
    }

    /**
     * Returns the same, for {@link #emitWithAck} to wait this long; 5 seconds unless set.
     *
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Broadcast timeout(Duration timeout) {
        return with(target.flags(target.flags().timeout(timeout)));
    }

    /**
     * Sends an event. Waits for nobody.
     *
     * @param args see {@link Socket#emit}
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public void emit(String event, Object... args) {
        for (ServerNamespace namespace : namespaces) {
            namespace.adapter().broadcast(event(namespace, event, args), target);
        }
    }

    /**
     * Sends an event that everybody answers.
     *
     * @param args see {@link Socket#emit}
     * @return the answers of all who received it, in the order in which they came, each with the arguments of the ack; an {@link
     *     AckTimeoutException}, which has the answers so far, if one is missing when time is up
     * @throws IllegalArgumentException if the name is reserved, or an argument has no JSON form
     */
    public CompletionStage<List<Args>> emitWithAck(String event, Object... args) {
        GatheredAnswers answers = new GatheredAnswers(event);
        CompletionStage<Integer> servers = CompletableFuture.completedStage(0);
        for (ServerNamespace namespace : namespaces) {
            namespace.adapter().broadcastWithAck(event(namespace, event, args), target, answers);
            servers = servers.thenCombine(servers(namespace), Integer::sum);
        }
        servers.thenAccept(answers::expect);
        return answers.within(target.flags().timeout(), server.timer(), server.workers());
    }

    private CompletionStage<Integer> servers(ServerNamespace namespace) {
        return target.flags().local()
                ? CompletableFuture.completedStage(1)
                : namespace.adapter().serverCount();
    }

    /** Sends an event to the one socket that is meant; a {@link TimeoutException} also if there is none. */
    @SuppressWarnings("FutureReturnValueIgnored") // it goes on in the answer
    CompletionStage<Args> answerOfOne(String event, Object... args) {
        CompletableFuture<Args> answer = new CompletableFuture<>();
        emitWithAck(event, args).whenComplete((answers, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else if (answers.isEmpty()) {
                answer.completeExceptionally(new TimeoutException("the socket is disconnected"));
            } else {
                answer.complete(answers.get(0));
            }
        });
        return answer;
    }

    /** Sends an event to the same namespaces of the other servers. */
    void serverSideEmit(String event, Object... args) {
        for (ServerNamespace namespace : namespaces) {
            namespace.adapter().serverSideEmit(event(namespace, event, args).args());
        }
    }

    /** Sends an event that the same namespaces of the other servers answer. */
    CompletionStage<List<Args>> serverSideEmitWithAck(String event, Object... args) {
        GatheredAnswers answers = new GatheredAnswers(event);
        Duration limit = Duration.ZERO;
        int asked = 0;
        for (ServerNamespace namespace : namespaces) {
            Adapter adapter = namespace.adapter();
            adapter.serverSideEmitWithAck(event(namespace, event, args).args(), answers);
            limit = Collections.max(List.of(limit, adapter.requestsTimeout()));
            asked++;
        }
        answers.expect(asked);
        return answers.within(limit, server.timer(), server.workers());
    }

    private static Packet event(ServerNamespace namespace, String event, Object... args) {
        return Packet.event(namespace.name(), event, args, Packet.NO_ID);
    }

    /**
     * Returns the sockets, of all servers; the stage fails if a server does not answer in time. What is done to a socket after it was
     * fetched, does not change what was fetched.
     */
    public CompletionStage<List<RemoteSocket>> fetchSockets() {
        CompletionStage<List<RemoteSocket>> all = CompletableFuture.completedStage(List.of());
        for (ServerNamespace namespace : namespaces) {
            CompletionStage<List<SocketDetails>> found = namespace.adapter().fetchSockets(target);
            all = all.thenCombine(found, (before, details) -> joined(before, namespace, details));
        }
        return all;
    }

    private static List<RemoteSocket> joined(
            List<RemoteSocket> before, ServerNamespace namespace, List<SocketDetails> found) {
        List<RemoteSocket> all = new ArrayList<>(before);
        found.forEach(details -> all.add(namespace.fetched(details)));
        return List.copyOf(all);
    }

    /** Returns the ids of the sockets, of all servers; fails as {@link #fetchSockets} does. */
    public CompletionStage<Set<String>> allSockets() {
        CompletionStage<Set<String>> all = CompletableFuture.completedStage(Set.of());
        for (ServerNamespace namespace : namespaces) {
            all = all.thenCombine(namespace.adapter().sockets(target), Broadcast::both);
        }
        return all;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /** Makes the sockets join rooms. */
    public void socketsJoin(String... rooms) {
        namespaces.forEach(namespace -> namespace.adapter().addSockets(target, List.of(rooms)));
    }

    /** Makes the sockets leave rooms. */
    public void socketsLeave(String... rooms) {
        namespaces.forEach(namespace -> namespace.adapter().delSockets(target, List.of(rooms)));
    }

    /**
     * Disconnects the sockets; the reason is {@code server namespace disconnect}. Listeners of those on this server run on the caller's thread.
     *
     * @param close whether to close their whole connections with their sockets of other namespaces, too
     */
    public void disconnectSockets(boolean close) {
        namespaces.forEach(namespace -> namespace.adapter().disconnectSockets(target, close));
    }
}
