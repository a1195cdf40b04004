package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;

/** Deep links get the page; what is missing stays missing. */
final class FallbackRows extends Rows {
    private static final String LINK = Sample.AT + "/agent/conversations/42";

    FallbackRows() {
        row("fallback deep link", FallbackRows::deepLink);
        row("fallback missing asset", server -> assertEquals(404, status(server, Sample.AT + "/assets/x.js", "*/*")));
        row(
                "fallback missing asset, browser",
                server -> assertEquals(404, status(server, Sample.AT + "/assets/x.js", "text/html")));
        row("fallback other clients", server -> assertEquals(404, status(server, LINK, "application/json")));
        row("fallback servlet", server -> assertEquals(204, status(server, Sample.AT + "/api/session", "text/html")));
        row(
                "fallback POST",
                server -> assertNotEquals(
                        200, new Browser(server).post(LINK, "a=b").statusCode()));
    }

    private static void deepLink(Server server) throws Exception {
        Browser browser = new Browser(server);
        String page = browser.get(Sample.AT + "/index.html", "text/html").body();
        assertEquals(page, browser.get(LINK, "text/html,*/*;q=0.8").body());
        assertEquals(200, status(server, LINK, "text/html"));
    }

    private static int status(Server server, String path, String accept) throws IOException, InterruptedException {
        return new Browser(server).get(path, accept).statusCode();
    }
}
