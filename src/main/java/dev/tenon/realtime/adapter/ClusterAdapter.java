package dev.tenon.realtime.adapter;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import dev.tenon.realtime.protocol.Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rooms of one server among many: does at home what a target asks, and says it to the others through a channel. What the others say is
 * done on the channel's thread, except what runs code of the application: listeners of server-side events, of outgoing ones and of disconnections
 * run one after the other on a worker's thread, and whoever waits for answers is told on another.
 */
public final class ClusterAdapter implements Adapter {
    private static final int ID_BYTES = 12;

    /** Large answers would hold up what is behind them, and Redis hangs up on who has too much on its way. */
    private static final int MOST_SOCKETS_AT_ONCE = 500;

    private final LocalSockets sockets;
    private final MemoryAdapter local;
    private final ClusterChannel channel;
    private final Requests requests;
    private final ClusterThreads threads;
    private final Duration requestsTimeout;
    private final Duration patience;
    private final InOrder inOrder;
    private final InOrder outgoing; // listeners, apart: what they lose is no more than they

    /**
     * Sets what carries the messages.
     *
     * @param threads run code of the application
     * @param requestsTimeout how long other servers may take to answer
     */
    public ClusterAdapter(
            LocalSockets sockets, ClusterChannel channel, ClusterThreads threads, Duration requestsTimeout) {
        this.sockets = sockets;
        this.local = new MemoryAdapter(sockets, this::roomChanged);
        this.channel = channel;
        this.requests = new Requests(threads.timer(), requestsTimeout, threads.workers());
        this.threads = threads;
        this.requestsTimeout = requestsTimeout;
        this.patience = requestsTimeout.multipliedBy(3); // for the count, the answers, and a thread to tell them
        this.inOrder = new InOrder(threads.workers());
        this.outgoing = new InOrder(threads.workers());
    }

    @Override
    public void init() {
        channel.open(new Ears());
    }

    @Override
    public void close() {
        channel.close();
    }

    private void roomChanged(RoomEvent event) {
        channel.roomChanged(event);
        sockets.roomChanged(event);
    }

    @Override
    public Duration requestsTimeout() {
        return requestsTimeout;
    }

    @Override
    public void add(String id) {
        local.add(id);
    }

    @Override
    public void remove(String id) {
        local.remove(id);
    }

    @Override
    public void join(String id, Collection<String> rooms) {
        local.join(id, rooms);
    }

    @Override
    public void leave(String id, String room) {
        local.leave(id, room);
    }

    @Override
    public Set<String> rooms(String id) {
        return local.rooms(id);
    }

    @Override
    public Map<String, Set<String>> rooms() {
        return local.rooms();
    }

    /** The others first: what they cannot be told, because it has no JSON form, nobody receives. */
    private void publish(Target target, Request request) {
        if (!target.flags().local()) {
            channel.prepare(request).run();
        }
    }

    @Override
    public void broadcast(Packet packet, Target target) {
        publish(target, new ClusterMessage.Broadcast(packet, target, Optional.empty()));
        if (!comesBack(packet, target.flags())) {
            local.broadcast(packet, target);
        }
    }

    /** Returns whether a broadcast reaches this server's own sockets by the channel, which gives it its place among the others. */
    private boolean comesBack(Packet packet, Flags flags) {
        return channel.keepsSessions() && !flags.local() && NumberedPacket.isFor(packet, flags);
    }

    @Override
    public boolean keepsSessions() {
        return channel.keepsSessions();
    }

    @Override
    public int compareOffsets(String one, String other) {
        return channel.compareOffsets(one, other);
    }

    @Override
    public void persistSession(SavedSession session) {
        channel.persistSession(session);
    }

    @Override
    public CompletionStage<Optional<SavedSession>> restoreSession(String pid, String offset) {
        return channel.restoreSession(pid, offset);
    }

    @Override
    public CompletionStage<List<NumberedPacket>> missedPackets(SavedSession restored) {
        return channel.missedPackets(restored);
    }

    @Override
    public void broadcastWithAck(Packet packet, Target target, Answers answers) {
        if (!target.flags().local()) {
            String id = newId();
            Runnable publish = channel.prepare(new ClusterMessage.Broadcast(packet, target, Optional.of(id)));
            requests.acks(id, answers, target.flags().timeout());
            publish.run();
        }
        local.broadcastWithAck(packet, target, answers);
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return threads.toApplication(channel.serverCount(), patience);
    }

    @Override
    public CompletionStage<List<SocketDetails>> fetchSockets(Target target) {
        return fetch(target, id -> new ClusterMessage.Fetch(target, id, true));
    }

    @Override
    public CompletionStage<Set<String>> sockets(Target target) {
        return fetch(target, id -> new ClusterMessage.Sockets(target, id)).thenApply(SocketDetails::ids);
    }

    private CompletionStage<List<SocketDetails>> fetch(Target target, Function<String, Request> question) {
        if (target.flags().local()) {
            return local.fetchSockets(target);
        }
        CompletionStage<List<SocketDetails>> all = channel.serverCount()
                .thenCompose(servers ->
                        local.fetchSockets(target).thenCompose(own -> askOthers(question, own, servers - 1)));
        return threads.toApplication(all, patience);
    }

    private CompletionStage<List<SocketDetails>> askOthers(
            Function<String, Request> question, List<SocketDetails> own, int others) {
        if (others <= 0) {
            return CompletableFuture.completedStage(own);
        }
        String id = newId();
        CompletionStage<List<SocketDetails>> all = requests.sockets(id, own, others);
        channel.prepare(question.apply(id)).run();
        return all;
    }

    @Override
    public void addSockets(Target target, Collection<String> rooms) {
        publish(target, new ClusterMessage.Join(target, List.copyOf(rooms)));
        local.addSockets(target, rooms);
    }

    @Override
    public void delSockets(Target target, Collection<String> rooms) {
        publish(target, new ClusterMessage.Leave(target, List.copyOf(rooms)));
        local.delSockets(target, rooms);
    }

    @Override
    public void disconnectSockets(Target target, boolean close) {
        publish(target, new ClusterMessage.Disconnect(target, close));
        local.disconnectSockets(target, close);
    }

    @Override
    public void serverSideEmit(List<Object> event) {
        channel.prepare(new ClusterMessage.Event(event, Optional.empty())).run();
    }

    /** While nobody knows how many servers there are, nobody is asked, and the answers are late. */
    @Override
    public void serverSideEmitWithAck(List<Object> event, Answers answers) {
        String id = newId();
        Runnable publish = channel.prepare(new ClusterMessage.Event(event, Optional.of(id)));
        serverCount().thenAccept(servers -> {
            answers.sent(Math.max(0, servers - 1));
            if (servers > 1) {
                requests.event(id, answers);
                publish.run();
            }
        });
    }

    /** Java hands over no array at all where a single null was written. */
    private static List<Object> list(Object... values) {
        return values == null ? Collections.singletonList(null) : Arrays.asList(values);
    }

    private static String newId() {
        return Tokens.base64Url(ID_BYTES);
    }

    /** What other servers say. */
    private final class Ears implements ClusterChannel.Receiver {
        @Override
        public void answer(Answer answer) {
            requests.answer(answer);
        }

        @Override
        public boolean hasRoom(String room) {
            return local.hasRoom(room);
        }

        @Override
        public void numbered(ClusterMessage.Broadcast broadcast, String offset) {
            Packet packet = broadcast.packet();
            Target target = broadcast.target();
            NumberedPacket numbered = NumberedPacket.of(packet, offset, sockets.parser());
            telling(listeners -> sockets.queue(packet, numbered, target.flags(), local.recipients(target), listeners)
                    .run());
        }

        @Override
        public void request(Request request, Consumer<Answer> reply) {
            if (request instanceof ClusterMessage.Broadcast broadcast) {
                send(broadcast, reply);
            } else if (request instanceof ClusterMessage.Join join) {
                local.addSockets(join.target(), join.rooms());
            } else if (request instanceof ClusterMessage.Leave leave) {
                local.delSockets(leave.target(), leave.rooms());
            } else if (request instanceof ClusterMessage.Disconnect end) {
                inOrder.execute(() -> local.disconnectSockets(end.target(), end.close()));
            } else if (request instanceof ClusterMessage.Fetch fetch) {
                local.fetchSockets(fetch.target()).thenAccept(own -> tell(fetch, own, reply));
            } else if (request instanceof ClusterMessage.Sockets question) {
                List<SocketDetails> own = local.ids(question.target()).stream()
                        .map(ClusterMessage.RemoteDetails::of)
                        .toList();
                reply.accept(new ClusterMessage.Fetched(question.requestId(), own, true));
            } else if (request instanceof ClusterMessage.AllRooms all) {
                reply.accept(
                        new ClusterMessage.Rooms(all.requestId(), local.rooms().keySet()));
            } else if (request instanceof ClusterMessage.Event event) {
                inOrder.execute(() -> tell(event, reply));
            }
        }

        private void tell(ClusterMessage.Fetch fetch, List<SocketDetails> own, Consumer<Answer> reply) {
            int most = fetch.inPages() ? MOST_SOCKETS_AT_ONCE : Integer.MAX_VALUE;
            List<SocketDetails> rest = own;
            while (rest.size() > most) {
                reply.accept(new ClusterMessage.Fetched(fetch.requestId(), rest.subList(0, most), false));
                rest = rest.subList(most, rest.size());
            }
            reply.accept(new ClusterMessage.Fetched(fetch.requestId(), rest, true));
        }

        private void send(ClusterMessage.Broadcast broadcast, Consumer<Answer> reply) {
            Packet packet = broadcast.packet();
            Flags flags = broadcast.target().flags();
            Recipients recipients = local.recipients(broadcast.target());
            if (broadcast.requestId().isEmpty()) {
                telling(listeners -> sockets.send(packet, flags, recipients, listeners));
            } else {
                Answers answers = toldTo(reply, broadcast.requestId().get());
                telling(listeners -> sockets.sendWithAck(packet, flags, recipients, answers, listeners));
            }
        }

        /** Runs the listeners of outgoing events later, those of one broadcast as one task: however many, they leave room for what is asked. */
        private void telling(Consumer<Executor> sending) {
            List<Runnable> listeners = new ArrayList<>();
            sending.accept(listeners::add);
            if (!listeners.isEmpty()) {
                outgoing.execute(() -> listeners.forEach(Runnable::run));
            }
        }

        private Answers toldTo(Consumer<Answer> reply, String id) {
            return new Answers() {
                @Override
                public void sent(int count) {
                    reply.accept(new ClusterMessage.Count(id, count));
                }

                @Override
                public void answered(List<Object> args) {
                    reply.accept(new ClusterMessage.Acked(id, args));
                }
            };
        }

        private void tell(ClusterMessage.Event event, Consumer<Answer> reply) {
            sockets.serverSideEvent(
                    event.event(),
                    event.requestId()
                            .map(id -> values -> reply.accept(new ClusterMessage.EventAnswered(id, list(values)))));
        }
    }
}
