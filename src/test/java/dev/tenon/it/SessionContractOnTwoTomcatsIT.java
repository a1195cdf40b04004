package dev.tenon.it;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** A load balancer that sends each request of a visitor to the other of two servers; they share a MariaDB, and nothing else. */
class SessionContractOnTwoTomcatsIT extends SessionContract {
    private final MariaDb database = MariaDb.start();

    @Override
    SessionSite create() throws IOException {
        return new SessionSite(List.of(new Tomcat(), new Tomcat()), database.url());
    }

    /** After the servers. */
    @Override
    @AfterAll
    void stop() {
        super.stop();
        database.close();
    }
}
