package dev.tenon.realtime.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.realtime.jdbc.MessageTable.Message;
import dev.tenon.realtime.jdbc.MessageTable.UnknownOutcomeException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageTableTest {
    private static final List<Message> ONE = List.of(new Message(null, new byte[1]));

    private final FragileDatabase database = new FragileDatabase();
    private final MessageTable table = new MessageTable(database.source(), "/shop");

    @BeforeEach
    void make() throws SQLException {
        table.last();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commitWhoseOutcomeIsUnknown_isNotWrittenAgain_whenTheConnectionIsClosed() throws SQLException {
        database.breakBeforeTheAnswerOf("commit");
        assertThrows(UnknownOutcomeException.class, () -> table.insert("me", ONE));
        assertEquals(1, database.messages("other"));
    }

    @Test
    void connectionThatBreaksAfterMessagesAreKept_isNoFailure() throws SQLException {
        database.breakAfter("commit");
        table.insert("me", ONE);
        database.breakBeforeTheAnswerOf("close");
        table.insert("me", ONE);
        assertEquals(2, database.messages("other"));
    }

    /** MySQL before 8.0 counts from 1 again when it restarts with an empty table, and readers look behind the number that they know. */
    @Test
    void newestRow_isNeverDeleted() throws SQLException {
        table.insert("me", List.of(ONE.get(0), ONE.get(0), ONE.get(0)));
        long newest = table.last();
        table.deleteBefore(newest);
        assertEquals(1, database.messages("other"));
        assertEquals(newest, table.last());
    }

    @Test
    void messages_thatCannotAllBeWritten_areNone() throws SQLException {
        database.execute("ALTER TABLE tenon_realtime_message ADD CHECK (LENGTH(content) < 10)");
        List<Message> second = List.of(ONE.get(0), new Message(null, new byte[10]));
        assertThrows(SQLException.class, () -> table.insert("me", second));
        assertEquals(0, database.messages("other"));
        table.insert("me", ONE);
        assertEquals(1, database.messages("other"));
    }
}
