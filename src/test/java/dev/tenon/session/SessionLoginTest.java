package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs in through the container gets a new id (Jakarta Servlet 6.0, Javadoc of HttpSessionIdListener); declared listeners hear of it. */
class SessionLoginTest {
    private static final String MIA = "Basic " + Base64.getEncoder().encodeToString("mia:secret".getBytes(UTF_8));

    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectory(docBase.resolve("WEB-INF"));
        Files.writeString(
                docBase.resolve("WEB-INF/web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"><listener><listener-class>"
                        + Heard.class.getName() + "</listener-class></listener></web-app>");
        app = Pages.on(TomcatApp.at("/shop", docBase));
        app.param("tenon.session.store", "memory");
        app.context().setRealm(new OneUser());
        app.context().getPipeline().addValve(new BasicAuthenticator());
        app.servlet("/sign-in", new Page((request, response) -> {
            request.login("mia", request.getParameter("password"));
            response.getWriter().print(request.getUserPrincipal().getName());
        }));
        app.servlet("/authenticate", new Page(SessionLoginTest::authenticate));
        app.start();
    }

    private static void authenticate(HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean first = request.authenticate(response);
        String id = request.getSession().getId();
        boolean again = request.authenticate(response);
        response.getWriter()
                .print(first + " " + again + " " + request.getSession().getId().equals(id));
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @BeforeEach
    void forget() {
        Heard.CHANGES.clear();
    }

    /** Declared by its class, as in web.xml: the server makes it, and Tenon tells it. */
    public static final class Heard implements HttpSessionIdListener {
        private static final List<String> CHANGES = new ArrayList<>();

        @Override
        public void sessionIdChanged(HttpSessionEvent event, String oldId) {
            CHANGES.add(oldId + " " + event.getSession().getId());
        }
    }

    private static final class OneUser extends RealmBase {
        @Override
        protected String getPassword(String user) {
            return user.equals("mia") ? "secret" : null;
        }

        @Override
        protected Principal getPrincipal(String user) {
            return new GenericPrincipal(user);
        }
    }

    @Test
    void login_changesTheId_andKeepsTheRest() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=1");
        String before = visitor.id();
        assertEquals("mia", visitor.body("/sign-in?password=secret"));
        assertNotEquals(before, visitor.id());
        assertEquals(List.of(before + " " + visitor.id()), Heard.CHANGES);
        assertEquals("1", visitor.body("/get?a"));
        assertEquals("no session", new Visitor(app).with(before).body("/get?a"));
    }

    @Test
    void loginThatFails_changesNothing() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=1");
        String before = visitor.id();
        assertEquals(500, visitor.get("/sign-in?password=wrong").statusCode());
        assertEquals(before, visitor.id());
        assertEquals(List.of(), Heard.CHANGES);
    }

    @Test
    void authenticate_changesTheId_once() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=1");
        String before = visitor.id();
        String answer = app.get("/authenticate", "Cookie", "tenon.sid=" + before, "Authorization", MIA)
                .body();
        assertEquals("true true true", answer);
        assertEquals(1, Heard.CHANGES.size());
        assertTrue(Heard.CHANGES.get(0).startsWith(before + " "));
    }
}
