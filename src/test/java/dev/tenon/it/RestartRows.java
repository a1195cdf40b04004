package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** What lasts when the server is ended and started again, once for all rows. */
final class RestartRows extends Rows {
    private static final String ADD = Subject.SHOP + "/shop/add";

    private final Subject subject;
    private Browser agent;
    private Browser shopper;

    RestartRows(Subject subject) {
        this.subject = subject;
        row("session over a restart", this::session);
        row("session bean over a restart", this::sessionBean);
    }

    private void session(Server server) throws Exception {
        restart(server);
        assertEquals("mia", SessionRows.agent(agent));
    }

    private void sessionBean(Server server) throws Exception {
        Assumptions.assumeTrue(server.hasCdi(), server + " has no CDI of its own");
        restart(server);
        assertEquals(Shop.SECOND, shopper.get(ADD, "text/plain").body());
        assertEquals(Set.of("tenon.sid"), shopper.cookies().keySet());
    }

    private void restart(Server server) throws IOException, InterruptedException {
        if (agent != null) {
            return;
        }
        agent = new Browser(server);
        shopper = new Browser(server);
        SessionRows.signIn(agent);
        if (server.hasCdi()) {
            assertEquals(Shop.FIRST, shopper.get(ADD, "text/plain").body());
        }
        subject.restart();
    }
}
