package dev.tenon.it;

import java.io.IOException;

/** Not with H2: Payara's own, once it has closed a file, keeps the first application that used it. */
class RedeployOnPayaraMicroIT extends RedeployWithMariaDb {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }

    /** Grizzly 4.0 keeps requests to use them again, and of each that was upgraded the endpoint, for a while longer. */
    @Override
    boolean keepsNoWebSockets() {
        return false;
    }

    @Override
    String webappClassLoader() {
        return "org.glassfish.web.loader.WebappClassLoader";
    }
}
