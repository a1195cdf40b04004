package dev.tenon.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** GlassFish, or Payara Server, which was made from it: a domain of its own whose every port is free and on loopback. */
final class GlassFish extends FolderServer {
    private static final Pattern PORT = Pattern.compile("(?<= port=\"|PORT\" value=\"|telnet\\.port=)\\d+");

    /** Unless the first configuration, which is the server's, says so: a broker in the server that listens on every address. */
    private static final String NO_BROKER = "<jms-service type=\"REMOTE\"/>";

    private final Path installation;

    private GlassFish(String name, Path installation) throws IOException {
        super(name, freshHome(name.toLowerCase(Locale.ROOT).replace(' ', '-')));
        this.installation = installation;
        copy(installation.resolve("domains/domain1"), domain());
        Path xml = domain().resolve("config/domain.xml");
        Files.writeString(xml, onLoopback(Files.readString(xml)));
    }

    static GlassFish seven() throws IOException, InterruptedException {
        Path unpacked = Distribution.of("org.glassfish.main.distributions:glassfish:7.0.21:zip");
        return new GlassFish("GlassFish 7.0.21", unpacked.resolve("glassfish7/glassfish"));
    }

    /** The release needs Java 21; a milestone of it was made for Java 17. */
    static GlassFish eight() throws IOException, InterruptedException {
        String version = Build.jdkVersion() < 21 ? "8.0.0-JDK17-M12" : "8.0.0";
        Path unpacked = Distribution.of("org.glassfish.main.distributions:glassfish:" + version + ":zip");
        return new GlassFish("GlassFish " + version, unpacked.resolve("glassfish8/glassfish"));
    }

    static GlassFish payara() throws IOException, InterruptedException {
        Path unpacked = Distribution.of("fish.payara.distributions:payara:6.2025.9:zip");
        return new GlassFish("Payara Server 6.2025.9", unpacked.resolve("payara6/glassfish"));
    }

    private Path domain() {
        return home().resolve("domain1");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private String onLoopback(String xml) {
        String http = "port=\"" + port() + "\" protocol=\"http-listener-1\"";
        return PORT.matcher(xml.replace("0.0.0.0", "127.0.0.1"))
                .replaceAll(port -> String.valueOf(Ports.free()))
                .replaceAll("port=\"\\d+\" protocol=\"http-listener-1\"", http)
                .replace("<jmx-connector", "<jmx-connector enabled=\"false\"")
                .replaceFirst("(?=<admin-service)", NO_BROKER)
                .replace("<network-listener port", "<network-listener address=\"127.0.0.1\" port")
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">");
    }

    /**
     * What asadmin would run, as it says itself: so the server is a process of the test's own, and not one that asadmin leaves behind.
     * Nobody hands it a master password, for which Payara would wait.
     */
    @Override
    List<String> arguments() throws IOException {
        Process asadmin = asadmin("start-domain", "--domaindir=" + home(), "--dry-run", "domain1");
        try (BufferedReader lines = asadmin.inputReader()) {
            List<String> arguments = new ArrayList<>(lines.lines()
                    .map(String::strip)
                    .dropWhile(line -> !line.endsWith("java"))
                    .skip(1)
                    .takeWhile(line -> !line.isEmpty() && !line.startsWith("Command start-domain"))
                    .toList());
            Collections.replaceAll(arguments, "-read-stdin", "-reads-nothing");
            return arguments;
        }
    }

    /** Each version starts it in a way of its own, which its script knows. */
    private Process asadmin(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        if (File.separatorChar == '/') {
            builder.command()
                    .addAll(List.of("bash", installation.resolve("bin/asadmin").toString()));
        } else {
            builder.command().add(installation.resolve("bin/asadmin.bat").toString());
        }
        builder.command().addAll(List.of(arguments));
        builder.environment().put("AS_JAVA", Build.jdk("..").normalize().toString());
        return builder.redirectErrorStream(true).start();
    }

    /** On two busy cores half of this was seen. */
    @Override
    Duration patience() {
        return Duration.ofMinutes(5);
    }

    @Override
    Path folder() {
        return domain().resolve("autodeploy");
    }
}
