package dev.tenon.it;

import dev.tenon.Tenon;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.admin.PasswordHash;
import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stock client does what the page of {@code @socket.io/admin-ui} does, with the reference and with embedded servers. */
class AdminUiIT {
    @TempDir
    private static Path docBase;

    @BeforeAll
    static void fetch() throws Exception {
        Node.fetchPackages();
    }

    @Test
    void reference_isAsExpected() throws Exception {
        Node.run("admin.mjs", "reference");
    }

    @Test
    void tenon_isTheSame() throws Exception {
        try (TomcatApp development = app("username", "root", "password", PasswordHash.of("changeit"));
                TomcatApp readonly = app("auth", "false", "readonly", "true");
                TomcatApp production = app("auth", "false", "mode", "production")) {
            Node.run("admin.mjs", address(development), address(readonly), address(production));
        }
    }

    private static TomcatApp app(String... keys) throws Exception {
        TomcatApp app = TomcatApp.at("/shop", docBase).param("tenon.realtime.admin.serverId", "one");
        for (int i = 0; i < keys.length; i += 2) {
            app.param("tenon.realtime.admin." + keys[i], keys[i + 1]);
        }
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        handlers(Tenon.of(app.servletContext()).realtime());
        return app;
    }

    private static String address(TomcatApp app) {
        return app.uri("/").toString();
    }

    private static void handlers(Realtime io) {
        io.onConnection(socket -> socket.on("join", args -> socket.join(args.text(0)))
                .on("leave", args -> socket.leave(args.text(0)))
                .on("name", args -> socket.data().put("name", args.text(0)))
                .on("hello", args -> socket.emit("welcome", args.text(0), Map.of("at", 1))));
    }
}
