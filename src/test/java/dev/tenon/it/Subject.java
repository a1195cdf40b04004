package dev.tenon.it;

import dev.tenon.it.little.SignUpServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the rows of the suite ask: a server on which the sample runs, and little applications for what the sample does not offer. */
final class Subject implements AutoCloseable {
    /** Where the little application is, which takes files of up to 64 KiB at {@code /upload}. */
    static final String LITTLE = "/little";

    /** Where an application made of session beans is, on a server with CDI. */
    static final String SHOP = "/shop";

    private final String name;
    private Server server;
    private boolean up;

    /** @param name one that {@link Servers} knows */
    Subject(String name) {
        this.name = name;
    }

    /** Fetches the server and starts it with both applications. */
    void start() throws IOException, InterruptedException {
        server = Servers.create(name);
        server.systemProperty(
                "user.home", server.home().toString()); // where each application has a database file of its own
        server.deploy(Sample.AT, Sample.war());
        server.deploy(LITTLE, little());
        if (server.hasCdi()) {
            server.deploy(
                    SHOP,
                    Shop.war().file(Shop.KEYS, "tenon.session.enabled=true").write("shop"));
        }
        server.start(pages());
        up = true;
        System.out.println(server + " has the sample, SHA-256 " + Sample.checksum());
    }

    void restart() throws IOException, InterruptedException {
        up = false;
        server.restart(pages());
        up = true;
    }

    private String[] pages() {
        Stream<String> cdi = server.hasCdi() ? Stream.of(SHOP + "/shop/open") : Stream.empty();
        return Stream.concat(Stream.of(Sample.AT + "/index.html", LITTLE + "/index.html"), cdi)
                .toArray(String[]::new);
    }

    Server server() {
        return server;
    }

    boolean isUp() {
        return up;
    }

    private static Path little() throws IOException {
        return new War()
                .library(Build.jar())
                .classes(SignUpServlet.class)
                .file("index.html", "<!doctype html><base href=\"/\"><title>Little</title>")
                .file("assets/app-D3xf_9aK.js", "the script")
                .file("assets/app-D3xf_9aK.js.br", "as brotli")
                .file("assets/page.jsp", "<%-- never seen --%>made")
                .file("docs/readme.txt", "to be read")
                .file("WEB-INF/secret.txt", "a secret")
                .file("WEB-INF/classes/META-INF/tenon.properties", """
                        tenon.upload.path=/upload
                        tenon.upload.fileSize=64KB
                        tenon.session.store=memory
                        tenon.fallback.enabled=true
                        tenon.realtime.enabled=true
                        """)
                .write("little");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
