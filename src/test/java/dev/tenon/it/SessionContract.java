package dev.tenon.it;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What Jakarta Servlet promises of {@code HttpSession}, in 58 rules: those of chapter 7 of the specification and of the Javadoc. The name of each
 * test begins with the number of its rule in {@code session-contract.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionContract
        implements SessionIdentityRows, SessionLifeRows, SessionAttributeRows, SessionListenerRows, SessionRequestRows {
    private SessionSite site;

    abstract SessionSite create() throws IOException;

    @BeforeAll
    void start() throws Exception {
        site = create();
        site.start();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Override
    public SessionSite site() {
        return site;
    }
}
