package dev.tenon.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The messages in the database, in the order in which they were stored. Thread-safe. */
final class Messages {
    private static final int MAX_FOUND = 50;

    private final Database database;

    Messages(Database database) {
        this.database = database;
    }

    /** Returns the message that was stored under the key. */
    Optional<Message> find(long conversation, Side from, String key) {
        return database.run(sql -> find(sql, conversation, from, key));
    }

    /** Stores the message, and a file with it, unless it was stored before; then it is not new. */
    Stored add(long conversation, Draft draft, long now) {
        return database.run(sql -> {
            // The row is locked first: whoever writes into the same conversation waits, and what is read next is not
            // stale.
            advance(sql, conversation, draft.from(), now);
            Optional<Message> known = find(sql, conversation, draft.from(), draft.key());
            if (known.isPresent()) {
                sql.undo();
                return new Stored(known.get(), false);
            }
            int seq = sql.first(
                            row -> row.getInt(1), "SELECT messages FROM desk_conversation WHERE id = ?", conversation)
                    .orElseThrow();
            Attachment file = draft.file() == null ? null : draft.file().attachment();
            Message message = new Message(seq, draft.key(), draft.from(), draft.by(), draft.text(), now, file);
            insert(sql, conversation, message);
            if (file != null) {
                insertContent(sql, conversation, seq, draft.file());
            }
            return new Stored(message, true);
        });
    }

    /** One more message; who writes has read what was there. {@code messages} comes last because MySQL sees what was set before it. */
    private static void advance(Statements sql, long conversation, Side from, long now) throws SQLException {
        sql.update(
                ("UPDATE desk_conversation SET $_delivered = messages + 1, $_read = messages + 1, closed = FALSE,"
                                + " waiting_since = CASE WHEN ? THEN COALESCE(waiting_since, ?) ELSE NULL END,"
                                + " messages = messages + 1 WHERE id = ?")
                        .replace("$", from.name()),
                from == Side.customer,
                now,
                conversation);
    }

    private static void insert(Statements sql, long conversation, Message message) throws SQLException {
        Attachment file = message.file();
        sql.update(
                "INSERT INTO desk_message (conversation, seq, client_key, side, written_by, body, sent_at, file_name, file_type,"
                        + " file_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                conversation,
                message.seq(),
                message.key(),
                message.from().name(),
                message.by(),
                message.text(),
                message.at(),
                file == null ? null : file.name(),
                file == null ? null : file.type(),
                file == null ? null : file.size());
    }

    private static void insertContent(Statements sql, long conversation, int seq, UploadedContent file)
            throws SQLException {
        try (InputStream content = file.source().open()) {
            sql.update(
                    "INSERT INTO desk_file (conversation, seq, content) VALUES (?, ?, ?)", conversation, seq, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Message> find(Statements sql, long conversation, Side from, String key)
            throws SQLException {
        return sql.first(
                Messages::read,
                "SELECT * FROM desk_message WHERE conversation = ? AND side = ? AND client_key = ?",
                conversation,
                from.name(),
                key);
    }

    /** Returns so many messages before a place, or so many as there are, the newest last. */
    List<Message> before(long conversation, int seq, int count) {
        List<Message> found = database.run(sql -> sql.all(
                Messages::read,
                "SELECT * FROM desk_message WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
                conversation,
                seq,
                count));
        Collections.reverse(found);
        return found;
    }

    /** Returns where the words occur, in text or the names of files, newest first; at most {@value #MAX_FOUND}. */
    List<Found> search(String words) {
        String pattern = "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return database.run(sql -> sql.all(
                row -> new Found(row.getLong("conversation"), read(row)),
                "SELECT * FROM desk_message WHERE LOWER(body) LIKE ? ESCAPE '!' OR LOWER(file_name) LIKE ? ESCAPE '!'"
                        + " ORDER BY sent_at DESC, conversation, seq LIMIT " + MAX_FOUND,
                pattern,
                pattern));
    }

    int countSince(long time) {
        return database.run(
                sql -> sql.first(row -> row.getInt(1), "SELECT COUNT(*) FROM desk_message WHERE sent_at > ?", time)
                        .orElse(0));
    }

    /** Returns the message at this place. */
    Optional<Message> at(long conversation, int seq) {
        return database.run(sql -> sql.first(
                Messages::read, "SELECT * FROM desk_message WHERE conversation = ? AND seq = ?", conversation, seq));
    }

    /** Returns the bytes of the file of a message; none where it has no file. */
    byte[] content(long conversation, int seq) {
        return database.run(sql -> sql.first(
                        row -> row.getBytes(1),
                        "SELECT content FROM desk_file WHERE conversation = ? AND seq = ?",
                        conversation,
                        seq)
                .orElse(new byte[0]));
    }

    static Message read(ResultSet row) throws SQLException {
        String file = row.getString("file_name");
        return new Message(
                row.getInt("seq"),
                row.getString("client_key"),
                Side.valueOf(row.getString("side")),
                row.getString("written_by"),
                row.getString("body"),
                row.getLong("sent_at"),
                file == null ? null : new Attachment(file, row.getString("file_type"), row.getLong("file_size")));
    }

    /** @param isNew false for what was stored before */
    record Stored(Message message, boolean isNew) {}

    /** What a search has found. */
    record Found(long conversation, Message message) {}
}
