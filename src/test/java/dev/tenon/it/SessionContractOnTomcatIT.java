package dev.tenon.it;

import java.io.IOException;

class SessionContractOnTomcatIT extends SessionContract {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }
}
