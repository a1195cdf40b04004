package dev.tenon.sample.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How each program of the cluster is started, on the loopback interface alone. */
final class Commands {
    /** Where Debian has it, which is not on everybody's path. */
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    private final Path project;
    private final Path home;
    private final Path tomcat;

    /**
     * @param project the folder of the sample, which was built
     * @param home where the programs write
     * @param tomcat an unpacked Tomcat
     */
    Commands(Path project, Path home, Path tomcat) {
        this.project = project;
        this.home = home;
        this.tomcat = tomcat;
    }

    /** It keeps nothing: what goes through it is of this moment. */
    static List<String> redis(int port) {
        return List.of("redis-server", "--bind", "127.0.0.1", "--port", text(port), "--save", "", "--appendonly", "no");
    }

    List<String> payaraMicro(int port) {
        return List.of(
                java(),
                "-Xmx512m",
                "-jar",
                path("target/payara-micro.jar"),
                "--prebootcommandfile",
                path("src/run/preboot.txt"),
                "--logproperties",
                path("src/run/logging.properties"),
                "--nocluster",
                "--port",
                text(port),
                "--contextroot",
                "/",
                "--deploy",
                path("target/webapp-sample.war"));
    }

    List<String> tomcat(int port) {
        return List.of(
                java(),
                "-Xmx256m",
                "-Djava.util.logging.config.file=" + path("src/run/logging.properties"),
                "-Dcatalina.home=" + tomcat,
                "-Dcatalina.base=" + tomcat,
                "-Djava.io.tmpdir=" + home.resolve("tomcat"),
                "-Ddesk.port=" + port,
                "-Ddesk.war=" + path("target/webapp-sample.war"),
                "-cp",
                tomcat.resolve("bin/bootstrap.jar") + ":" + tomcat.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "-config",
                path("src/cluster/tomcat.xml"),
                "start");
    }

    /** @param ports with their names in the file of settings */
    List<String> nginx(Ports ports) throws IOException {
        String settings = Files.readString(project.resolve("src/cluster/nginx.conf"))
                .replace("${sticky}", text(ports.sticky()))
                .replace("${either}", text(ports.either()))
                .replace("${payara}", text(ports.payara()))
                .replace("${tomcat}", text(ports.tomcat()));
        Path folder = Files.createDirectories(home.resolve("nginx"));
        String program = Files.isExecutable(NGINX)
                ? NGINX.toString()
                : NGINX.getFileName().toString();
        Files.writeString(folder.resolve("nginx.conf"), settings);
        return List.of(program, "-p", folder.toString(), "-e", "stderr", "-c", "nginx.conf");
    }

    private String path(String file) {
        return project.resolve(file).toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String text(int port) {
        return String.valueOf(port);
    }
}
