package dev.tenon.realtime.jdbc;

import dev.tenon.realtime.adapter.ClusterChannel;
import dev.tenon.realtime.adapter.ClusterEnvelope;
import dev.tenon.realtime.adapter.ClusterFormat;
import dev.tenon.realtime.adapter.ClusterForms;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterMessage;
import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import dev.tenon.realtime.protocol.MessagePack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The messages of one namespace in the table: what the reference's {@code ClusterAdapter} would say, in MessagePack. */
final class TableChannel implements ClusterChannel {
    private final ClusterLink.Shared<TableLink> owner;
    private final TableLink link;
    private final String namespace;
    private final ClusterEnvelope envelope;
    private Receiver receiver;

    TableChannel(ClusterLink.Shared<TableLink> owner, String namespace) {
        this.owner = owner;
        this.link = owner.link();
        this.namespace = namespace;
        this.envelope = new ClusterEnvelope(namespace, link.uid());
    }

    String namespace() {
        return namespace;
    }

    @Override
    public void open(Receiver to) {
        receiver = to;
        link.add(this);
        owner.opened(this);
    }

    @Override
    public void close() {
        link.remove(this);
        owner.closed(this);
    }

    @Override
    public Runnable prepare(Request request) {
        byte[] content = MessagePack.write(envelope.with(request));
        return () -> link.send(null, content);
    }

    @Override
    public CompletionStage<Integer> serverCount() {
        return CompletableFuture.completedStage(link.servers());
    }

    /** Hears a message of another server. */
    void hear(Map<String, Object> form) {
        envelope.open(form, receiver, (from, answer) -> link.send(from, MessagePack.write(envelope.with(answer))));
    }

    private static void answer(TableLink link, Map<String, Object> asked, Answer answer) {
        ClusterEnvelope envelope = new ClusterEnvelope(text(asked, "nsp"), link.uid());
        link.send(text(asked, "uid"), MessagePack.write(envelope.with(answer)));
    }

    private static String text(Map<String, Object> form, String member) {
        return Objects.toString(form.get(member), "");
    }

    /** Answers for a namespace that this server does not have: all servers are counted, whatever namespaces they have. */
    static void hearForNobody(TableLink link, Map<String, Object> form) {
        ClusterMessage message = ClusterFormat.message(
                        ClusterForms.integer(form.get("type")), form.get("data"), text(form, "nsp"))
                .orElse(null);
        if (message instanceof ClusterMessage.Fetch fetch) {
            answer(link, form, new ClusterMessage.Fetched(fetch.requestId(), List.of(), true));
        } else if (message instanceof ClusterMessage.Sockets question) {
            answer(link, form, new ClusterMessage.Fetched(question.requestId(), List.of(), true));
        } else if (message instanceof ClusterMessage.Broadcast broadcast) {
            broadcast.requestId().ifPresent(id -> answer(link, form, new ClusterMessage.Count(id, 0)));
        }
    }
}
