package dev.tenon.realtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.jdbc.JdbcAdapterFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two servers on a table of H2. */
class JdbcClusterOnH2Test extends ClusterContract {
    private static final JdbcConnectionPool POOL =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @AfterAll
    static void close() {
        POOL.dispose();
    }

    @Override
    AdapterFactory server() {
        return new JdbcAdapterFactory(() -> POOL, "/shop");
    }

    @Test
    void table_holdsNoSessionId() throws Exception {
        here().fetchSockets().toCompletableFuture().get(10, TimeUnit.SECONDS);
        List<String> answers =
                contents().stream().filter(text -> text.contains("user-agent")).toList();
        assertTrue(answers.size() > 0);
        assertEquals(
                List.of(),
                answers.stream()
                        .filter(text -> text.contains(RemoteClient.SECRET))
                        .toList());
    }

    private static List<String> contents() throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = POOL.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM tenon_realtime_message")) {
            while (rows.next()) {
                contents.add(new String(rows.getBytes(1), ISO_8859_1));
            }
        }
        return contents;
    }
}
