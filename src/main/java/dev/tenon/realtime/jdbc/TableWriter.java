package dev.tenon.realtime.jdbc;

import dev.tenon.kernel.Backlog;
import dev.tenon.realtime.jdbc.MessageTable.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Writes messages on a thread of its own, many at a time, in their order. While the database is away they are kept up to a bound. What was perhaps
 * written when a connection broke is not written again: at most once.
 */
final class TableWriter implements Runnable {
    private static final Logger LOG = System.getLogger(TableWriter.class.getName());
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_WAITING = 20_000;
    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_ATTEMPTS = 3;
    private static final byte[] NOTHING = {};
    private static final Duration RETRY = Duration.ofMillis(500);

    private final MessageTable table;
    private final String uid;
    private final Backlog<Message> waiting =
            new Backlog<>(MOST_WAITING, MOST_BYTES, message -> message.content().length, TableWriter::logLoss);
    private boolean away;

    TableWriter(MessageTable table, String uid) {
        this.table = table;
        this.uid = uid;
    }

    private static void logLoss(int waiting) {
        LOG.log(Level.WARNING, "TENON-R15 Messages for other servers are lost: {0} wait", waiting);
    }

    /** Writes a message after those before; dropped, and logged once, if too much waits. */
    void send(String recipient, byte... content) {
        waiting.add(new Message(recipient, content));
    }

    void close() {
        waiting.close();
    }

    @Override
    public void run() {
        try {
            for (List<Message> messages = next(); !messages.isEmpty(); messages = next()) {
                int done = write(messages);
                waiting.remove(done);
                if (done < messages.size() && waiting.pause(RETRY)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> next() throws InterruptedException {
        return waiting.await(MOST_AT_ONCE);
    }

    /** Returns with how many of these it is done, from the first one on. */
    private int write(List<Message> messages) {
        int done = 0;
        try {
            if (isWritten(messages)) {
                return messages.size();
            }
            for (Message message : messages) {
                writeOrDrop(message);
                done++;
            }
        } catch (SQLException | RuntimeException | Error e) { // whatever it is: this thread is the only one that writes
            tellThatTheyWait(e);
        }
        return done;
    }

    private boolean isWritten(List<Message> messages) throws SQLException {
        try {
            insert(messages);
            return true;
        } catch (MessageTable.RefusedException e) {
            return false; // all, for the sake of one perhaps
        }
    }

    /**
     * Gives up a message that is refused again and again by a database that takes others, as MySQL refuses what is larger than its
     * {@code max_allowed_packet}: those behind it would wait for ever.
     *
     * @throws SQLException if the database takes no others either
     */
    private void writeOrDrop(Message message) throws SQLException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            try {
                insert(List.of(message));
                return;
            } catch (MessageTable.RefusedException e) {
                insert(List.of(new Message(uid, NOTHING))); // which nobody reads
                if (attempt == MOST_ATTEMPTS) {
                    LOG.log(Level.WARNING, "TENON-R29 The database refuses a message for other servers, it is lost", e);
                }
            }
        }
    }

    private void insert(List<Message> messages) throws SQLException {
        try {
            table.insert(uid, messages);
        } catch (MessageTable.UnknownOutcomeException e) {
            LOG.log(Level.WARNING, "TENON-R16 Messages for other servers are perhaps lost", e);
        }
        away = false;
    }

    private void tellThatTheyWait(Throwable why) {
        if (!away) {
            away = true;
            LOG.log(Level.WARNING, "TENON-R17 Messages for other servers wait for the database", why);
        }
    }
}
