package dev.tenon.it;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide that shows a page how far its upload is, and the stock client of npm as the page. */
class UploadProgressIT {
    @Test
    void room_hearsHowFarTheUploadIs(@TempDir Path docBase) throws Exception {
        Node.fetchPackages();
        TomcatApp app = TomcatApp.at("/shop", docBase).param("tenon.realtime.enabled", "true");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.context().addApplicationListener("dev.tenon.docs.Snippets$Progress");
        app.servlet(
                "/drawings",
                Class.forName("dev.tenon.docs.Snippets$DrawingServlet")
                        .asSubclass(Servlet.class)
                        .getDeclaredConstructor()
                        .newInstance());
        try (app) {
            app.start();
            Node.run("progress.mjs", app.uri("/").toString());
        }
    }
}
