package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;

/** What lasts when the server is ended and started again, once for all rows. */
final class RestartRows extends Rows {
    private static final String ADD = Subject.SHOP + "/shop/add";
    private static final String RING = Subject.SHOP + "/shop/ring";

    private final Subject subject;
    private Browser agent;
    private Browser shopper;
    private Browser cashier;

    RestartRows(Subject subject) {
        this.subject = subject;
        row("session over a restart", this::session);
        row("session bean over a restart", this::sessionBean);
        row("session bean, intercepted, over a restart", this::interceptedBean);
    }

    private void session(Server server) throws Exception {
        restart(server);
        assertEquals("mia", SessionRows.agent(agent));
    }

    private void sessionBean(Server server) throws Exception {
        server.assumeCdi();
        restart(server);
        assertEquals(Shop.SECOND, text(shopper, ADD));
        assertEquals(Set.of("tenon.sid"), shopper.cookies().keySet());
    }

    private void interceptedBean(Server server) throws Exception {
        server.assumeCdi();
        restart(server);
        assertEquals("ring 8", text(cashier, RING));
    }

    private void restart(Server server) throws IOException, InterruptedException {
        if (agent != null) {
            return;
        }
        agent = new Browser(server);
        shopper = new Browser(server);
        cashier = new Browser(server);
        SessionRows.signIn(agent);
        if (server.hasCdi()) {
            assertEquals(Shop.FIRST, text(shopper, ADD));
            assertEquals("ring 4", text(cashier, RING));
        }
        subject.restart();
    }

    private static String text(Browser browser, String page) throws IOException, InterruptedException {
        return browser.get(page, "text/plain").body();
    }
}
