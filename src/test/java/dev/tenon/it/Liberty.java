package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Open Liberty with the features of the web profile, started as its script starts it, with a user folder of its own. */
final class Liberty extends FolderServer {
    private static final String VERSION = "26.0.0.3";
    private static final String SERVER_XML = """
            <server>
              <featureManager>
                <feature>webProfile-10.0</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
            </server>
            """;

    private final Path installation;

    Liberty() throws IOException, InterruptedException {
        super("Open Liberty " + VERSION, freshHome("liberty"));
        installation = Distribution.of("io.openliberty:openliberty-runtime:" + VERSION + ":zip")
                .resolve("wlp");
        Files.createDirectories(folder());
        Files.writeString(server().resolve("server.xml"), SERVER_XML.formatted(port()));
        environment("WLP_USER_DIR", home().toString());
    }

    /** The options that its script takes from the same file; without them its CDI cannot make proxies. */
    @Override
    List<String> arguments() throws IOException {
        String options = Build.jdkVersion() < 24 ? "java9.options" : "java24.options";
        return List.of(
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "@" + installation.resolve("lib/platform/java").resolve(options),
                "-javaagent:" + installation.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                installation.resolve("bin/tools/ws-server.jar").toString(),
                "tenon");
    }

    private Path server() {
        return home().resolve("servers/tenon");
    }

    @Override
    Path folder() {
        return server().resolve("dropins");
    }
}
