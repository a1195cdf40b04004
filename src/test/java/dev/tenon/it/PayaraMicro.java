package dev.tenon.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The Payara Micro that the build fetched, kept to this machine by the very commands that the sample runs with. */
final class PayaraMicro extends Server {
    /** What the manifest of Payara Micro opens; a manifest counts only with {@code java -jar}. */
    private static final List<String> OPEN = List.of(
            "java.base/jdk.internal.loader",
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/sun.nio.ch",
            "java.management/sun.management",
            "java.base/sun.net.www.protocol.jrt",
            "java.base/sun.net.www.protocol.jar",
            "java.base/java.io",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport",
            "java.logging/java.util.logging",
            "java.management/javax.management",
            "java.management/javax.management.openmbean");

    /** 6.2025.10 says so, seldom, and starts without the first application: its own thread has no class loader at that moment. */
    private static final String LOST_ITS_FIRST = "Error while installing policy provider";

    private final Set<Path> wars = new TreeSet<>();
    private boolean lost;

    PayaraMicro() throws IOException {
        super("Payara Micro " + Build.payaraVersion(), freshHome("payara-micro"));
        Files.createDirectory(home().resolve("temp"));
        Files.createDirectory(home().resolve("wars"));
        copyConsole();
        Files.writeString(home().resolve("user.txt"), "AS_ADMIN_USERPASSWORD=secret");
        Files.writeString(
                home().resolve("postboot.txt"),
                "create-file-user --groups user --passwordfile " + home().resolve("user.txt") + " mia");
    }

    /** Alone: the server would find the applications' classes beside it, and find them first. */
    private void copyConsole() throws IOException {
        String path = PayaraMicroConsole.class.getName().replace('.', '/') + ".class";
        Path copy = home().resolve("console").resolve(path);
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = PayaraMicroConsole.class.getResourceAsStream("/" + path)) {
            Files.copy(bytes, copy);
        }
    }

    static Path jar() {
        return Build.target("servers/payara-micro-" + Build.payaraVersion() + ".jar");
    }

    /** Where it lost the first application, it is started once more, and says so. */
    @Override
    Server start(String... pages) throws IOException, InterruptedException {
        try {
            return super.start(pages);
        } catch (IllegalStateException e) {
            if (lost || !hasSaid(LOST_ITS_FIRST)) {
                throw e;
            }
            lost = true;
            System.out.println(this + ": '" + LOST_ITS_FIRST + "'; it starts once more");
            return super.start(pages);
        }
    }

    @Override
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1"));
        OPEN.forEach(module -> arguments.add("--add-opens=" + module + "=ALL-UNNAMED"));
        arguments.addAll(List.of(
                "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + home().resolve("temp"),
                "-cp",
                path(jar(), home().resolve("console")),
                PayaraMicroConsole.class.getName(),
                "--nocluster",
                "--prebootcommandfile",
                Sample.folder().resolve("src/run/preboot.txt").toString(),
                "--postbootcommandfile", // mia may sign in
                home().resolve("postboot.txt").toString(),
                "--port",
                String.valueOf(port())));
        wars.forEach(war -> arguments.addAll(List.of("--deploy", war.toString())));
        return arguments;
    }

    @Override
    void deploy(String contextPath, Path war) throws IOException {
        Path copy = home().resolve("wars").resolve(fileName(contextPath));
        Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
        if (!isRunning()) {
            wars.add(copy);
        } else {
            say("deploy " + name(contextPath) + " " + (contextPath.isEmpty() ? "/" : contextPath) + " " + copy);
        }
    }

    @Override
    void undeploy(String contextPath) throws IOException {
        say("undeploy " + name(contextPath));
    }

    @Override
    int redeploys() {
        return 10;
    }

    /** Payara Micro calls an application by its file. */
    private static String name(String contextPath) {
        return fileName(contextPath).replace(".war", "");
    }

    private void say(String line) throws IOException {
        OutputStream input = process().getOutputStream();
        input.write((line + "\n").getBytes(UTF_8));
        input.flush();
    }
}
