package dev.tenon.realtime.jdbc;

import dev.tenon.kernel.Tokens;
import dev.tenon.realtime.adapter.ClusterForms;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.ClusterThreads;
import dev.tenon.realtime.protocol.MessagePack;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What one application has of the table: a thread that writes, one that reads, and one that says that it is alive. */
final class TableLink implements ClusterLink {
    private static final Logger LOG = System.getLogger(TableLink.class.getName());
    private static final int UID_BYTES = 12;
    private static final Duration START = Duration.ofSeconds(10);

    private final String uid = Tokens.base64Url(UID_BYTES);
    private final ClusterThreads threads = new ClusterThreads("tenon-jdbc");
    private final Map<String, TableChannel> channels = new ConcurrentHashMap<>();
    private final TableWriter writer;
    private final TableReader reader;
    private final Nodes nodes;

    TableLink(MessageTable table, Duration pollInterval) {
        writer = new TableWriter(table, uid);
        reader = new TableReader(table, uid, pollInterval, this::hear);
        nodes = new Nodes(table, uid);
    }

    String uid() {
        return uid;
    }

    ClusterThreads threads() {
        return threads;
    }

    /** Returns how many servers there are, this one included. */
    int servers() {
        return nodes.count();
    }

    void add(TableChannel channel) {
        channels.put(channel.namespace(), channel);
    }

    void remove(TableChannel channel) {
        channels.remove(channel.namespace(), channel);
    }

    /** Writes a message; a null recipient stands for all. */
    void send(String recipient, byte... content) {
        writer.send(recipient, content);
        reader.wake();
    }

    private void hear(byte... content) {
        try {
            Map<String, Object> message = ClusterForms.object(MessagePack.read(content));
            TableChannel channel = channels.get(Objects.toString(message.get("nsp"), ""));
            if (channel != null) {
                channel.hear(message);
            } else if (message.containsKey("hello")) {
                threads.workers().execute(nodes::look);
            } else {
                TableChannel.hearForNobody(this, message);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "TENON-R11 A message of another server could not be handled", e);
        }
    }

    @Override
    public void start() {
        threads.start("writer", writer);
        threads.start("reader", reader);
        threads.start("nodes", nodes);
        try {
            if (!reader.first().await(START.toMillis(), TimeUnit.MILLISECONDS)
                    || !nodes.first().await(START.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "TENON-R12 Realtime begins alone: the database does not answer");
                return;
            }
            LOG.log(Level.INFO, "TENON-R13 Realtime is one of a cluster over the application's database");
            hello();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the others look who is there. */
    private void hello() {
        send(null, MessagePack.write(Map.of("hello", uid)));
    }

    @Override
    public void close() {
        nodes.close();
        hello();
        writer.close();
        reader.close();
        threads.close();
    }
}
