package dev.tenon.realtime.adapter;

import dev.tenon.realtime.adapter.ClusterMessage.Answer;
import dev.tenon.realtime.adapter.ClusterMessage.Request;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What {@code ClusterAdapter} of the reference puts around what a server says in a namespace: who says it, and where. Immutable. */
public final class ClusterEnvelope {
    private final String namespace;
    private final String uid;

    /** Sets where, and who this server is. */
    public ClusterEnvelope(String namespace, String uid) {
        this.namespace = namespace;
        this.uid = uid;
    }

    /** Returns a message of this server in the reference's form. */
    public Map<String, Object> with(ClusterMessage message) {
        return Map.of(
                "uid", uid, "nsp", namespace, "type", ClusterFormat.type(message), "data", ClusterFormat.data(message));
    }

    /**
     * Gives the receiver what another server said; what this one said, and what is of another namespace, is passed over.
     *
     * @param reply is told who asked, and the answer
     */
    public void open(Object form, ClusterChannel.Receiver receiver, BiConsumer<String, Answer> reply) {
        Map<String, Object> said = ClusterForms.object(form);
        String from = Objects.toString(said.get("uid"), "");
        if (from.equals(uid) || !namespace.equals(said.get("nsp"))) {
            return;
        }
        ClusterMessage message = ClusterFormat.message(
                        ClusterForms.integer(said.get("type")), said.get("data"), namespace)
                .orElse(null);
        if (message instanceof Request request) {
            receiver.request(request, answer -> reply.accept(from, answer));
        } else if (message instanceof Answer answer) {
            receiver.answer(answer);
        }
    }
}
