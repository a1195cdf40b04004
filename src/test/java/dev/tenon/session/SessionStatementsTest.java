package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.session.jdbc.JdbcSessionStore;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.AsyncContext;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of request costs the database, and what happens when there is none. */
class SessionStatementsTest {
    @TempDir
    private static Path docBase;

    private static final JdbcConnectionPool POOL = JdbcConnectionPool.create("jdbc:h2:mem:statements", "", "");
    private static final CountingDataSource DATABASE = new CountingDataSource(POOL);

    private static TomcatApp app;

    private final Visitor visitor = new Visitor(app);

    @BeforeAll
    static void start() throws Exception {
        app = Pages.on(TomcatApp.at("/shop", docBase));
        app.servlet("/mutate", new Page((request, response) -> {
            int[] counter = (int[]) request.getSession().getAttribute("counter");
            if (counter == null) {
                request.getSession().setAttribute("counter", new int[1]);
            } else {
                counter[0]++;
                response.getWriter().print(counter[0]);
            }
        }));
        app.servlet("/async", new Page((request, response) -> {
            AsyncContext context = request.startAsync();
            context.start(() -> {
                request.getSession().setAttribute("a", "1");
                context.complete();
            });
        }));
        app.servlet("/swap", new Page((request, response) -> {
            request.getSession().removeAttribute("a");
            request.getSession().setAttribute("b", "2");
        }));
        app.start(OwnStore.class);
    }

    /** The application's configurer. */
    public static final class OwnStore implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.sessionStore(new JdbcSessionStore(DATABASE::dataSource, "/shop"));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
        POOL.dispose();
    }

    @BeforeEach
    void sessionWithOneAttribute() throws Exception {
        visitor.body("/set?a=1");
        DATABASE.takeStatements();
    }

    @Test
    void noSession_noStatement() throws Exception {
        visitor.body("/static");
        assertStatements();
    }

    @Test
    void malformedId_noStatement() throws Exception {
        for (String id : List.of("x", "' OR 1=1 --", "a".repeat(42), "a".repeat(44), "ä".repeat(43))) {
            assertEquals("no session", new Visitor(app).with(id).body("/get?a"));
        }
        assertStatements();
    }

    @Test
    void firstWrite() throws Exception {
        new Visitor(app).body("/set?a=1&b=2&c=3");
        assertStatements("INSERT", "MERGE");
    }

    @Test
    void read() throws Exception {
        assertEquals("1", visitor.body("/get?a"));
        assertStatements("SELECT");
    }

    @Test
    void writeOfManyAttributes() throws Exception {
        visitor.body("/set?a=2&b=2&c=2&d=2");
        assertStatements("SELECT", "MERGE");
    }

    @Test
    void writeOfTheSameValue() throws Exception {
        visitor.body("/set?a=1");
        assertStatements("SELECT");
    }

    @Test
    void setAndRemoveAtOnce() throws Exception {
        visitor.body("/swap");
        assertStatements("SELECT", "MERGE", "DELETE");
        assertEquals("null", visitor.body("/get?a"));
        assertEquals("2", visitor.body("/get?b"));
    }

    @Test
    void login() throws Exception {
        visitor.body("/login");
        assertStatements("SELECT", "UPDATE", "MERGE");
    }

    @Test
    void logout() throws Exception {
        visitor.body("/logout");
        assertStatements("SELECT", "DELETE");
    }

    @Test
    void changeInPlace_isSaved() throws Exception {
        visitor.body("/mutate");
        DATABASE.takeStatements();
        assertEquals("1", visitor.body("/mutate"));
        assertStatements("SELECT", "MERGE");
        assertEquals("2", visitor.body("/mutate"));
    }

    @Test
    void outage_costsOnlyRequestsWithASession() throws Exception {
        DATABASE.away(true);
        try {
            assertEquals(200, visitor.get("/static").statusCode());
            assertEquals(503, visitor.get("/get?a").statusCode());
            assertEquals(503, new Visitor(app).get("/async").statusCode());
            assertEquals(503, new Visitor(app).get("/set?a=1").statusCode());
        } finally {
            DATABASE.away(false);
        }
        assertEquals("1", visitor.body("/get?a"));
    }

    private static void assertStatements(String... firstWords) {
        List<String> words = DATABASE.takeStatements().stream()
                .map(sql -> sql.split(" ", 2)[0])
                .toList();
        assertEquals(List.of(firstWords), words);
    }
}
