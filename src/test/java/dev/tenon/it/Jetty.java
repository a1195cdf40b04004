package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Jetty, with a base folder of its own, and in it one of the Jakarta EE levels that Jetty offers side by side. */
final class Jetty extends FolderServer {
    private static final String VERSION = "12.1.12";

    private final Path installation;
    private final String level;

    private Jetty(String level) throws IOException, InterruptedException {
        super("Jetty " + VERSION + " " + level, freshHome("jetty-" + level));
        this.level = level;
        installation = Distribution.of("org.eclipse.jetty:jetty-home:" + VERSION + ":zip")
                .resolve("jetty-home-" + VERSION);
        Files.createDirectory(home().resolve("temp"));
        Files.createDirectory(folder());
    }

    static Jetty ee10() throws IOException, InterruptedException {
        return new Jetty("ee10");
    }

    static Jetty ee11() throws IOException, InterruptedException {
        return new Jetty("ee11");
    }

    /** Modules last: Jetty 12.1 gives what follows them to their Jakarta EE level, and the server listens on every network card. */
    @Override
    List<String> arguments() {
        return List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + home().resolve("temp"),
                "-jar",
                installation.resolve("start.jar").toString(),
                "jetty.home=" + installation,
                "jetty.base=" + home(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port(),
                "jetty.deploy.scanInterval=1",
                "--module=http,LEVEL-deploy,LEVEL-annotations,LEVEL-websocket-jakarta".replace("LEVEL", level));
    }

    @Override
    boolean hasCdi() {
        return false;
    }

    @Override
    Path folder() {
        return home().resolve("webapps");
    }
}
