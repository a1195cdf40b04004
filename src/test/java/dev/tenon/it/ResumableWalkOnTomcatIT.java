package dev.tenon.it;

import java.io.IOException;

class ResumableWalkOnTomcatIT extends ResumableWalk {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }
}
