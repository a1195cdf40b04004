package dev.tenon.realtime.admin;

import static dev.tenon.realtime.admin.AdminServer.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.realtime.WireSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may look. */
class AdminAccessOnTomcatTest extends AdminFixture {
    private static final String PASSWORD = PasswordHash.of("changeit");

    /** Returns what a page is answered that says this. */
    private static String signIn(AdminServer app, String auth) throws Exception {
        WireSocket page = app.open().send("40/admin," + auth);
        String answer = page.next();
        page.close();
        return answer;
    }

    private static String guess(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    private static String refused(String message) {
        return "44/admin,{\"message\":\"" + message + "\"}";
    }

    @Test
    void page_signsInOnce_andComesBackWithItsSession() throws Exception {
        AdminServer app = start("realtime.admin.username", "root", "realtime.admin.password", PASSWORD);
        WireSocket page = app.open().send("40/admin," + guess("root", "changeit"));
        assertTrue(page.next().startsWith("40/admin,{"));
        String session = (String) next(page, "session").get(0);
        WireSocket again = app.open().send("40/admin,{\"sessionId\":\"" + session + "\"}");
        assertTrue(again.next().startsWith("40/admin,{"));
        assertTrue(again.next().startsWith("42/admin,[\"socket_connected\""));
        assertTrue(again.next().startsWith("42/admin,[\"config\""), "no second session");
    }

    @Test
    void page_thatKnowsNoPassword_isRefused_andMayNotGuessForEver() throws Exception {
        AdminServer app = start(
                "realtime.admin.auth", "basic", "realtime.admin.username", "root", "realtime.admin.password", PASSWORD);
        List<String> wrong = List.of(
                "",
                "{\"sessionId\":null}",
                "{\"sessionId\":\"" + AdminSessions.newId() + "\"}",
                "{\"username\":\"root\",\"password\":7}",
                guess("root", ""),
                guess("root", "changeit "),
                guess("admin", "changeit"));
        for (String auth : wrong) {
            assertEquals(refused("invalid credentials"), signIn(app, auth), auth);
        }
        assertTrue(signIn(app, guess("root", "changeit")).startsWith("40/admin,{"));
        for (int i = 3; i < 10; i++) {
            assertEquals(refused("invalid credentials"), signIn(app, guess("root", "guess " + i)));
        }
        assertEquals(refused("too many attempts"), signIn(app, guess("root", "changeit")));
    }

    public static class ByHandshake implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.realtimeAdmin(admin -> admin.namespaceName("watch")
                    .handshake(handshake -> handshake.header("X-Admin").isPresent()));
        }
    }

    @Test
    void application_decidesByTheHandshake() throws Exception {
        AdminServer app = start(List.of(ByHandshake.class), "realtime.admin.auth", "false");
        WireSocket page = app.open("X-Admin", "yes").send("40/watch,");
        assertTrue(page.next().startsWith("40/watch,{"));
        assertEquals(
                "44/watch,{\"message\":\"not authorized\"}",
                app.open().send("40/watch,").next());
    }

    public static class ByCredentials implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.realtimeAdmin(admin -> admin.credentials((name, password) -> password.equals(name + "!")));
        }
    }

    @Test
    void application_decidesByNameAndPassword() throws Exception {
        AdminServer app = start(List.of(ByCredentials.class));
        assertTrue(signIn(app, guess("ann", "ann!")).startsWith("40/admin,{"));
        assertEquals(refused("invalid credentials"), signIn(app, guess("ann", "bob!")));
    }

    @Test
    void nobodyLooks_whereNobodyAsksForIt() throws Exception {
        AdminServer app = start("realtime.enabled", "true");
        assertEquals(refused("Invalid namespace"), signIn(app, ""));
    }
}
