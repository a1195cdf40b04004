package dev.tenon.it;

import java.io.IOException;

class SessionContractOnTomcatIT extends SessionContract {
    @Override
    SessionSite create() throws IOException {
        return new SessionSite(new Tomcat());
    }
}
