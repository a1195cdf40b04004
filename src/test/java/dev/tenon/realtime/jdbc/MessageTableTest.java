package dev.tenon.realtime.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.realtime.jdbc.MessageTable.Message;
import dev.tenon.realtime.jdbc.MessageTable.Row;
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

    /** A reader that was away finds hundreds, and has no memory for hundreds of large ones at once. */
    @Test
    void largeMessages_areReadAFewAtATime() throws SQLException {
        byte[] large = new byte[5 << 20];
        large[0] = 7;
        Message one = new Message(null, large);
        Message small = new Message(null, new byte[] {1});
        table.insert("me", List.of(small, one, one));
        table.insert("me", List.of(new Message("else", large), small));
        List<Row> first = table.behind(0, "other");
        assertEquals(List.of(1L, 5L << 20), first.stream().map(Row::length).toList());
        assertArrayEquals(large, first.get(1).content());
        List<Row> rest = table.behind(first.get(1).id(), "other");
        assertEquals(List.of(5L << 20, 0L, 1L), rest.stream().map(Row::length).toList());
        assertNull(rest.get(1).content());
        List<Long> ids = rest.stream().map(Row::id).toList();
        assertEquals(3, table.of(ids, "other").size());
        assertEquals(3, table.behind(first.get(1).id(), "me").size());
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
