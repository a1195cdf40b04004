package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The Tomcat that the build unpacked, with a base folder of its own. It deploys what appears in webapps and undeploys what is gone. */
final class Tomcat extends Server {
    static final String WEBAPP_CLASS_LOADER = "org.apache.catalina.loader.ParallelWebappClassLoader";

    private static final String SERVER_XML = """
            <Server port="-1">
              <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
              <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
              <Service name="Catalina">
                <Connector port="%d" address="127.0.0.1"/>
                <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
                  <Host name="localhost"/>
                </Engine>
              </Service>
            </Server>
            """;

    private final Path installation = Build.target("servers/apache-tomcat-" + Build.tomcatVersion());

    Tomcat() throws IOException {
        super("Tomcat " + Build.tomcatVersion(), freshHome("tomcat"));
        for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
            Files.createDirectory(home().resolve(folder));
        }
        for (String file : List.of("conf/web.xml", "conf/logging.properties")) {
            Files.copy(installation.resolve(file), home().resolve(file));
        }
        Files.writeString(home().resolve("conf/server.xml"), SERVER_XML.formatted(port()));
    }

    @Override
    List<String> arguments() {
        Path bin = installation.resolve("bin");
        return List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + home().resolve("conf/logging.properties"),
                "-Dcatalina.home=" + installation,
                "-Dcatalina.base=" + home(),
                "-Djava.io.tmpdir=" + home().resolve("temp"),
                "-cp",
                path(bin.resolve("bootstrap.jar"), bin.resolve("tomcat-juli.jar")),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    @Override
    void deploy(String contextPath, Path war) throws IOException {
        Path copy = home().resolve("temp").resolve(war.getFileName());
        Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, home().resolve("webapps").resolve(fileName(contextPath)), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    void undeploy(String contextPath) throws IOException {
        Files.delete(home().resolve("webapps").resolve(fileName(contextPath)));
    }
}
