package dev.tenon.it;

import java.io.IOException;

class RedeployOnTomcatIT extends RedeployContract {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }

    @Override
    String webappClassLoader() {
        return Tomcat.WEBAPP_CLASS_LOADER;
    }
}
