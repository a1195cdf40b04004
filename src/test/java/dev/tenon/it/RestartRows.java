package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What lasts when the server is ended and started again. */
final class RestartRows extends Rows {
    RestartRows(Subject subject) {
        row("session over a restart", server -> {
            Browser browser = new Browser(server);
            SessionRows.signIn(browser);
            subject.restart();
            assertEquals("mia", SessionRows.agent(browser));
        });
    }
}
