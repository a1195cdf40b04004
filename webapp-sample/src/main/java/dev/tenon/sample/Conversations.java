package dev.tenon.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The conversations in the database. Thread-safe. */
final class Conversations {
    private static final String SELECT = "SELECT c.*, m.* FROM desk_conversation c"
            + " LEFT JOIN desk_message m ON m.conversation = c.id AND m.seq = c.messages WHERE ";

    private final Database database;

    Conversations(Database database) {
        this.database = database;
    }

    Optional<Conversation> find(long id) {
        return database.run(sql -> sql.first(Conversations::read, SELECT + "c.id = ?", id));
    }

    /** Returns the conversation of the customer; empty as long as nothing was said. */
    Optional<Conversation> of(String customer) {
        return database.run(sql -> sql.first(Conversations::read, SELECT + "c.customer = ?", customer));
    }

    /** Returns the conversation of the customer, made if there is none. */
    Conversation begin(String customer) {
        return database.run(sql -> {
            Optional<Conversation> known = sql.first(Conversations::read, SELECT + "c.customer = ?", customer);
            if (known.isPresent()) {
                return known.get();
            }
            long id = sql.insert("INSERT INTO desk_conversation (customer) VALUES (?)", customer);
            return sql.first(Conversations::read, SELECT + "c.id = ?", id).orElseThrow();
        });
    }

    /** Returns what the agent has on the desk, the customer who waits longest first. */
    List<Conversation> onDeskOf(String agent) {
        return database.run(sql -> sql.all(
                Conversations::read,
                SELECT + "c.closed = FALSE AND c.agent = ? ORDER BY c.waiting_since, c.id",
                agent));
    }

    int countOnDeskOf(String agent) {
        return database.run(sql -> sql.first(
                        row -> row.getInt(1),
                        "SELECT COUNT(*) FROM desk_conversation WHERE closed = FALSE AND agent = ?",
                        agent)
                .orElse(0));
    }

    /** Returns where a customer waits for an answer, longest first; whoever serves them. */
    List<Conversation> waiting() {
        return database.run(sql -> sql.all(
                Conversations::read,
                SELECT + "c.closed = FALSE AND c.waiting_since IS NOT NULL ORDER BY c.waiting_since, c.id"));
    }

    /** Gives the conversation to an agent, or to nobody. Returns whether it was as it is given here; else nothing happened. */
    boolean hand(Conversation conversation, String agent) {
        return database.run(sql -> sql.update(
                        "UPDATE desk_conversation SET agent = ?, closed = FALSE"
                                + " WHERE id = ? AND COALESCE(agent, '') = ? AND closed = ?",
                        agent,
                        conversation.id(),
                        conversation.agent() == null ? "" : conversation.agent(),
                        conversation.closed())
                == 1);
    }

    /** Takes the conversation off the desk of its agent. Returns whether it still was there, with so many messages; else nothing happened. */
    boolean close(Conversation conversation, int messages) {
        return database.run(sql -> sql.update(
                        "UPDATE desk_conversation SET closed = TRUE, waiting_since = NULL"
                                + " WHERE id = ? AND agent = ? AND messages = ?",
                        conversation.id(),
                        conversation.agent(),
                        messages)
                == 1);
    }

    /** Notes how far a side has come; never back. Returns whether that was news. */
    boolean mark(long id, Side side, Mark mark) {
        String sql = "UPDATE desk_conversation SET $_delivered = GREATEST($_delivered, ?), $_read = GREATEST($_read, ?)"
                + " WHERE id = ? AND messages >= ? AND ($_delivered < ? OR $_read < ?)";
        return database.run(statements -> statements.update(
                        sql.replace("$", side.name()),
                        mark.delivered(),
                        mark.read(),
                        id,
                        mark.delivered(),
                        mark.delivered(),
                        mark.read())
                == 1);
    }

    private static Conversation read(ResultSet row) throws SQLException {
        long waiting = row.getLong("waiting_since");
        return new Conversation(
                row.getLong("id"),
                row.getString("customer"),
                row.getString("agent"),
                row.getBoolean("closed"),
                row.getInt("messages"),
                waiting == 0 ? null : waiting,
                new Mark(row.getInt("customer_delivered"), row.getInt("customer_read")),
                new Mark(row.getInt("agent_delivered"), row.getInt("agent_read")),
                row.getInt("seq") == 0 ? null : Messages.read(row));
    }
}
