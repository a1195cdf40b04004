package dev.tenon.it;

import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.Test;

/** The sample's desk is one, though its people are at two servers, which hear each other through the database alone. */
class DeskOnTwoServersIT {
    private static final String DATABASE = "jdbc:h2:mem:two-desks;DB_CLOSE_DELAY=-1";

    @Test
    void people_ofTwoServers_areAtOneDesk() throws Exception {
        try (TomcatApp here = started();
                TomcatApp there = started()) {
            Node.run("two-servers.mjs", here.uri("/").toString(), there.uri("/").toString());
        }
    }

    private static TomcatApp started() throws Exception {
        Path exploded = Sample.folder().resolve("target/webapp-sample");
        TomcatApp app = TomcatApp.at(Sample.AT, exploded)
                .param("tenon.database.url", DATABASE)
                .param("tenon.realtime.jdbc.enabled", "true");
        // One Tenon, that of the class path, as the one which starts here.
        ((StandardContext) app.context()).setDelegate(true);
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        return app.start();
    }
}
