package dev.tenon.realtime.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer that is told to close writes what waits, and ends where it would have to wait. */
class TableWriterTest {
    private final FragileDatabase database = new FragileDatabase();
    private final MessageTable table = new MessageTable(database.source(), "/shop");
    private final TableWriter writer = new TableWriter(table, "me");

    @BeforeEach
    void make() throws SQLException {
        table.last();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void messageThatTheDatabaseRefuses_isDropped_andThoseBehindItArrive() throws SQLException {
        database.execute("ALTER TABLE tenon_realtime_message ADD CHECK (LENGTH(content) < 10)");
        send(1, 10, 2);
        write();
        assertEquals(2, database.messages("other"));
    }

    @Test
    void databaseThatTakesNothing_isWaitedFor() throws SQLException {
        database.execute("ALTER TABLE tenon_realtime_message ADD CONSTRAINT read_only CHECK (1 = 0)");
        send(1, 10, 2);
        write();
        assertEquals(0, database.messages("other"));
        database.execute("ALTER TABLE tenon_realtime_message DROP CONSTRAINT read_only");
        write();
        assertEquals(3, database.messages("other"));
    }

    @Test
    void connectionThatBreaks_losesNothing() throws SQLException {
        send(1, 10, 2);
        database.breakAfter("prepareStatement");
        write();
        assertEquals(3, database.messages("other"));
    }

    private void send(int... sizes) {
        for (int size : sizes) {
            writer.send("other", new byte[size]);
        }
    }

    private void write() {
        writer.close();
        writer.run();
    }
}
