package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tomcat, or what is built upon it, with a base folder of its own. */
class Tomcat extends FolderServer {
    static final String WEBAPP_CLASS_LOADER = "org.apache.catalina.loader.ParallelWebappClassLoader";

    private static final String SERVER_XML = """
            <Server port="-1">%s
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

    private final Path installation;

    /** Takes the Tomcat 10.1 that the build unpacked. */
    Tomcat() throws IOException {
        this("Tomcat " + Build.tomcatVersion(), Build.target("servers/apache-tomcat-" + Build.tomcatVersion()), "");
    }

    /** @param listener an element of {@code server.xml} that comes first, or nothing */
    Tomcat(String name, Path installation, String listener) throws IOException {
        super(name, freshHome(name.toLowerCase(Locale.ROOT).replace(' ', '-')));
        this.installation = installation;
        for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
            Files.createDirectory(home().resolve(folder));
        }
        copy("conf/web.xml", "conf/logging.properties");
        Files.writeString(home().resolve("conf/server.xml"), SERVER_XML.formatted(listener, port()));
    }

    /** Copies files of the installation to where this server looks for its own. */
    final void copy(String... files) throws IOException {
        for (String file : files) {
            Files.copy(installation.resolve(file), home().resolve(file));
        }
    }

    static Tomcat eleven() throws IOException, InterruptedException {
        Path unpacked = Distribution.of("org.apache.tomcat:tomcat:11.0.24:zip");
        return new Tomcat("Tomcat 11.0.24", unpacked.resolve("apache-tomcat-11.0.24"), "");
    }

    @Override
    List<String> arguments() {
        Path bin = installation.resolve("bin");
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
        for (String open : List.of("java.lang", "java.lang.reflect", "java.io", "java.util", "java.util.concurrent")) {
            arguments.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        arguments.addAll(List.of(
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + home().resolve("conf/logging.properties"),
                "-Dcatalina.home=" + installation,
                "-Dcatalina.base=" + home(),
                "-Djava.io.tmpdir=" + home().resolve("temp"),
                "-cp",
                path(bin.resolve("bootstrap.jar"), bin.resolve("tomcat-juli.jar")),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return arguments;
    }

    @Override
    final Path folder() {
        return home().resolve("webapps");
    }

    @Override
    boolean hasCdi() {
        return false;
    }

    @Override
    int redeploys() {
        return 10;
    }
}
