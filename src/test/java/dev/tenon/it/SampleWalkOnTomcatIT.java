package dev.tenon.it;

import java.io.IOException;

class SampleWalkOnTomcatIT extends SampleWalk {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }
}
