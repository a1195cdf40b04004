package dev.tenon.it;

import java.io.IOException;

class RedeployOnPayaraMicroIT extends RedeployContract {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }

    @Override
    String webappClassLoader() {
        return "org.glassfish.web.loader.WebappClassLoader";
    }
}
