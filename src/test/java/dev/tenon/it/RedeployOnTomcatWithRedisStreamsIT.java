package dev.tenon.it;

import java.io.IOException;

class RedeployOnTomcatWithRedisStreamsIT extends RedeployWithRedis {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }

    @Override
    boolean isStream() {
        return true;
    }

    @Override
    String webappClassLoader() {
        return Tomcat.WEBAPP_CLASS_LOADER;
    }
}
