package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;

/** The stored session of the sample, whose agents sign in under a new id. */
final class SessionRows extends Rows {
    private static final String API = Sample.AT + "/api/session";

    SessionRows() {
        row("session changed id", SessionRows::changedId);
        row("session end", SessionRows::end);
        row("session one cookie", SessionRows::oneCookie);
    }

    private static void changedId(Server server) throws Exception {
        Browser browser = new Browser(server);
        browser.post(Sample.AT + "/api/visit", "");
        String planted = browser.cookies().get("tenon.sid");
        signIn(browser);
        assertNotEquals(planted, browser.cookies().get("tenon.sid"), "the id that was there before");
        assertEquals("mia", agent(browser));
    }

    private static void end(Server server) throws Exception {
        Browser browser = new Browser(server);
        signIn(browser);
        assertEquals(204, browser.delete(API).statusCode());
        assertEquals("", agent(browser));
    }

    private static void oneCookie(Server server) throws Exception {
        Browser browser = new Browser(server);
        signIn(browser);
        browser.get(Sample.AT + "/agent", "text/html");
        assertEquals(Set.of("tenon.sid"), browser.cookies().keySet());
    }

    static void signIn(Browser browser) throws IOException, InterruptedException {
        assertEquals(204, browser.post(API, "agent=mia&password=oak-and-ash").statusCode());
    }

    /** Returns who is signed in, or nothing. */
    static String agent(Browser browser) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.get(API, "text/plain");
        assertEquals(answer.body().isEmpty() ? 204 : 200, answer.statusCode(), answer::body);
        return answer.body();
    }
}
