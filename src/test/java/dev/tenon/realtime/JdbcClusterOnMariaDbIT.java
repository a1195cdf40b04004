package dev.tenon.realtime;

import com.mysql.cj.jdbc.MysqlDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.MariaDb;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.jdbc.JdbcAdapterFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on a table of a real MariaDB, which may be restarted. */
class JdbcClusterOnMariaDbIT extends ClusterContract {
    private static MariaDb database;
    private static HikariDataSource pool;

    @BeforeAll
    static void startDatabase() {
        database = MariaDb.start();
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(database.url());
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setConnectionTimeout(2_000);
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
    }

    @AfterAll
    static void stopDatabase() {
        pool.close();
        database.close();
    }

    @Override
    AdapterFactory server() {
        return new JdbcAdapterFactory(() -> pool, "/shop");
    }

    @Test
    void databaseThatRestarts_partsThem_andJoinsThemAgain_withNothingTwice() throws Exception {
        here().emit("before");
        bob().hears("2[\"before\"]");
        ann().hears("2[\"before\"]");
        database.stop();
        here().emit("during", 1);
        here().emit("during", 2);
        ann().hears("2[\"during\",1]", "2[\"during\",2]");
        database.begin();
        bob().hears("2[\"during\",1]", "2[\"during\",2]");
        await(() -> servers(here().of("/")) == 2 && servers(there().of("/")) == 2);
        there().emit("after");
        ann().hears("2[\"after\"]");
        bob().hears("2[\"after\"]");
        bob().heardAll();
        ann().heardAll();
    }

    @Test
    void messageLargerThanMaxAllowedPacket_isLost_andThoseBehindItAreNot() throws Exception {
        maxAllowedPacket(1 << 20);
        try {
            here().to("nobody").emit("large", "x".repeat(2 << 20));
            here().emit("small");
            bob().hears("2[\"small\"]");
        } finally {
            maxAllowedPacket(64 << 20);
        }
    }

    private static void maxAllowedPacket(int bytes) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL max_allowed_packet = " + bytes);
        }
        pool.getHikariPoolMXBean().softEvictConnections(); // those that are there keep what they had
    }

    /** A transaction that takes a number and ends late must not be passed over. */
    @Test
    void messageThatIsWrittenLate_isHeardAllTheSame() throws Exception {
        here().emit("template");
        bob().hears("2[\"template\"]");
        try (Connection slow = pool.getConnection();
                PreparedStatement insert = slow.prepareStatement(
                        "INSERT INTO tenon_realtime_message (application, sender, content) VALUES ('/shop', 'slow', ?)")) {
            insert.setBytes(1, lastContent(slow));
            slow.setAutoCommit(false);
            insert.executeUpdate();
            here().emit("overtakes");
            bob().hears("2[\"overtakes\"]");
            slow.commit();
            bob().hears("2[\"template\"]");
            slow.setAutoCommit(true);
        }
    }

    private static byte[] lastContent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM tenon_realtime_message"
                        + " WHERE recipient IS NULL ORDER BY row_id DESC LIMIT 1")) {
            rows.next();
            return rows.getBytes(1);
        }
    }
}
