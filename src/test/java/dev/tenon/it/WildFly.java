package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** WildFly standalone, started as its script starts it, with a base folder of its own. */
final class WildFly extends FolderServer {
    private static final String VERSION = "39.0.1.Final";

    private final Path installation;

    WildFly() throws IOException, InterruptedException {
        super("WildFly " + VERSION, freshHome("wildfly"));
        installation =
                Distribution.of("org.wildfly:wildfly-dist:" + VERSION + ":zip").resolve("wildfly-" + VERSION);
        Path from = installation.resolve("standalone/configuration");
        Path to = Files.createDirectory(home().resolve("configuration"));
        for (String file : List.of(
                "standalone.xml",
                "logging.properties",
                "application-users.properties",
                "application-roles.properties",
                "mgmt-users.properties",
                "mgmt-groups.properties")) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    @Override
    List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "--add-modules=java.se"));
        for (String open : List.of(
                "java.lang",
                "java.lang.invoke",
                "java.lang.reflect",
                "java.io",
                "java.net",
                "java.security",
                "java.util",
                "java.util.concurrent")) {
            arguments.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        arguments.addAll(List.of(
                "--add-opens=java.management/javax.management=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Dorg.jboss.boot.log.file=" + home().resolve("log/server.log"),
                "-Dlogging.configuration="
                        + home().resolve("configuration/logging.properties").toUri(),
                "-jar",
                installation.resolve("jboss-modules.jar").toString(),
                "-mp",
                installation.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + installation,
                "-Djboss.server.base.dir=" + home(),
                "-Djboss.http.port=" + port(),
                "-Djboss.https.port=" + Ports.free(),
                "-Djboss.management.http.port=" + Ports.free(),
                "-b",
                "127.0.0.1"));
        return arguments;
    }

    @Override
    Path folder() {
        return home().resolve("deployments");
    }
}
