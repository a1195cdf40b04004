package dev.tenon.it;

import java.io.IOException;

class AccidentOnTomcatIT extends AccidentContract {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }
}
