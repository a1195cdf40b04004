package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** TomEE 9, a server of Jakarta EE 9.1: the newest that can be had. */
final class TomEe extends Tomcat {
    private static final String LISTENER = "<Listener className=\"org.apache.tomee.catalina.ServerListener\"/>";

    private final Path installation;

    private TomEe(String version) throws IOException, InterruptedException {
        this(
                version,
                Distribution.of("org.apache.tomee:apache-tomee:" + version + ":zip:webprofile")
                        .resolve("apache-tomee-webprofile-" + version));
    }

    private TomEe(String version, Path installation) throws IOException {
        super("TomEE " + version, installation, LISTENER);
        this.installation = installation;
        copy("conf/catalina.properties", "conf/system.properties", "conf/tomee.xml");
    }

    static TomEe nine() throws IOException, InterruptedException {
        return new TomEe("9.0.0");
    }

    /** Of Jakarta EE 10; Maven Central had no distribution of it in November 2026. */
    static TomEe ten() throws IOException, InterruptedException {
        return new TomEe("10.1.2");
    }

    @Override
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("-javaagent:" + installation.resolve("lib/openejb-javaagent.jar"));
        arguments.addAll(super.arguments());
        return arguments;
    }

    @Override
    boolean hasCdi() {
        return true;
    }

    /** Tenon refuses to store what its OpenWebBeans 2.0.27 puts in the place of such a bean, which is the container's own object. */
    @Override
    Map<String, String> lacks() {
        return Map.of(
                "session bean, intercepted, over a restart",
                "OpenWebBeans 2.0.27 would store its own interceptor handler with the bean");
    }

    @Override
    int redeploys() {
        return 2;
    }
}
