package dev.tenon.it;

import java.io.IOException;

class RedeployOnTomcatWithRedisIT extends RedeployWithRedis {
    @Override
    Server create() throws IOException {
        return new Tomcat();
    }

    @Override
    boolean isStream() {
        return false;
    }

    @Override
    String webappClassLoader() {
        return Tomcat.WEBAPP_CLASS_LOADER;
    }
}
