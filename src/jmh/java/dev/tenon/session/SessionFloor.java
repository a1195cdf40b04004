package dev.tenon.session;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;

/** The least that a session in a database costs: one row by its key, one SELECT, one UPDATE of the whole, and no session API. */
final class SessionFloor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SELECT = "SELECT data FROM floor_session WHERE id = ? AND expires > ?";
    private static final String INSERT = "INSERT INTO floor_session (expires, data, id) VALUES (?, ?, ?)";
    private static final String UPDATE = "UPDATE floor_session SET expires = ?, data = ? WHERE id = ?";

    private final transient HikariDataSource pool = new HikariDataSource();

    SessionFloor(String url) throws SQLException {
        pool.setJdbcUrl(url);
        try (Connection connection = pool.getConnection()) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE IF NOT EXISTS floor_session (id VARBINARY(32) PRIMARY KEY,"
                            + " expires BIGINT NOT NULL, data MEDIUMBLOB, KEY (expires)) ENGINE = InnoDB");
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean writes = request.getPathInfo().equals("/write");
        String id = id(request);
        try (Connection connection = pool.getConnection()) {
            byte[] row = id == null ? null : select(connection, id);
            int counter = row == null ? 0 : ByteBuffer.wrap(row).getInt();
            int size = row == null ? 0 : row.length - Integer.BYTES;
            if (row == null || writes) {
                counter = writes ? counter + 1 : counter;
                size = writes ? SessionLoadApp.size(request) : size;
                save(connection, row == null ? begin(response) : id, data(counter, size), row == null);
            }
            SessionLoadApp.answer(response, SessionLoadApp.json(counter, size));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private static String id(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? null : cookies[0].getValue();
    }

    private static String begin(HttpServletResponse response) {
        String id = UUID.randomUUID().toString().replace("-", "");
        response.addCookie(new Cookie("F", id));
        return id;
    }

    private static byte[] select(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, id);
            select.setLong(2, System.currentTimeMillis());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }

    private static byte[] data(int counter, int size) {
        byte[] data = new byte[size + Integer.BYTES];
        new SplittableRandom(counter).nextBytes(data);
        ByteBuffer.wrap(data).putInt(counter);
        return data;
    }

    private static void save(Connection connection, String id, byte[] data, boolean isNew) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(isNew ? INSERT : UPDATE)) {
            save.setLong(1, System.currentTimeMillis() + 1_800_000);
            save.setBytes(2, data);
            save.setString(3, id);
            save.executeUpdate();
        }
    }
}
