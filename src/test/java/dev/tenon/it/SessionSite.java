package dev.tenon.it;

import com.zaxxer.hikari.HikariDataSource;
import dev.tenon.it.contract.Bound;
import dev.tenon.it.contract.Parcel;
import dev.tenon.it.contract.ParcelServlet;
import dev.tenon.it.contract.ProbeServlet;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.Driver;
import org.slf4j.Logger;

/** The applications of the session contract, each with its own settings, on one server or on several that share their database. */
final class SessionSite implements AutoCloseable {
    private static final String LISTENERS = """
            <listener><listener-class>dev.tenon.it.contract.Listening$First</listener-class></listener>
            <listener><listener-class>dev.tenon.it.contract.Listening$Second</listener-class></listener>
            """;
    private static final String COOKIE = """
            <session-config><cookie-config>
              <name>SHOPSID</name><http-only>false</http-only><secure>true</secure><max-age>600</max-age>
              <attribute><attribute-name>SameSite</attribute-name><attribute-value>Strict</attribute-value></attribute>
            </cookie-config></session-config>
            """;
    private static final String URL = """
            <session-config><cookie-config><name>SHOPSID</name></cookie-config><tracking-mode>URL</tracking-mode>
            </session-config>
            """;

    private static final String CONTEXT = """
            <Context crossContext="true">
              <Realm className="org.apache.catalina.realm.MemoryRealm" pathname="%s"/>
            </Context>
            """;

    private final List<Server> servers;
    private final String database;

    /** Each application with an H2 file of its own. */
    SessionSite(Server server) {
        this(List.of(server), "");
    }

    /** All with one database of MySQL's kind. */
    SessionSite(List<Server> servers, String database) {
        this.servers = servers;
        this.database = database;
    }

    /** Who may sign in, where the servers are Tomcats. */
    private Path users() {
        return server().home().resolve("users.xml");
    }

    void start() throws IOException, InterruptedException {
        Files.writeString(
                users(), "<tomcat-users><user username=\"mia\" password=\"secret\" roles=\"user\"/></tomcat-users>");
        for (Server server : servers) {
            start(server);
        }
    }

    private void start(Server server) throws IOException, InterruptedException {
        server.deploy("/main", main(true));
        server.deploy("/other", war("other", ""));
        server.deploy(
                "/strict",
                war(
                        "strict",
                        param("tenon.session.strictAccess", "true")
                                + param("tenon.session.checkExpirationInterval", "1s")
                                + LISTENERS));
        server.deploy("/conf", war("conf", COOKIE));
        server.deploy("/url", war("url", URL));
        server.start(
                "/main/index.html", "/other/index.html", "/strict/index.html", "/conf/index.html", "/url/index.html");
    }

    private Path main(boolean withParcel) throws IOException {
        War war = app(
                "main",
                LISTENERS + "<session-config><session-timeout>7</session-timeout></session-config>"
                        + "<error-page><error-code>418</error-code><location>/p/failed</location></error-page>");
        return (withParcel ? war.classes(Parcel.class, ParcelServlet.class) : war).write("session-main-" + withParcel);
    }

    /** Deploys the main application again, with the class of an attribute or without. */
    void release(boolean withParcel) throws IOException, InterruptedException {
        for (Server server : servers) {
            server.undeploy("/main");
            server.await("/main/index.html", 404);
            server.deploy("/main", main(withParcel));
            server.await("/main/index.html");
        }
    }

    private Path war(String name, String webXml) throws IOException {
        return app(name, webXml).write("session-" + name);
    }

    private War app(String name, String webXml) {
        String url = database.isEmpty() ? "jdbc:h2:file:" + server().home().resolve("sessions-" + name) : database;
        return new War()
                .library(Build.jar())
                .library(Build.library(Driver.class))
                .library(Build.library(com.mysql.cj.jdbc.Driver.class))
                .library(Build.library(HikariDataSource.class))
                .library(Build.library(Logger.class))
                .classes(ProbeServlet.class, Bound.class)
                .classes(ofPackage("Probe", "LifeProbes", "AttributeProbes", "DispatchProbes", "Diary", "Listening"))
                .file("META-INF/context.xml", CONTEXT.formatted(users()))
                .file("index.html", "page")
                .webXml(param("tenon.session.enabled", "true")
                        + param("tenon.database.url", url)
                        + param("tenon.database.timeout", "20s") // a busy machine is no rule of sessions
                        + webXml);
    }

    private static Class<?>[] ofPackage(String... names) {
        Class<?>[] types = new Class<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            try {
                types[i] = Class.forName(ProbeServlet.class.getPackageName() + "." + names[i]);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return types;
    }

    private static String param(String key, String value) {
        return "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>"
                .formatted(key, value);
    }

    Guest guest() {
        return guest("/main");
    }

    Guest guest(String application) {
        return new Guest(servers, application);
    }

    Server server() {
        return servers.get(0);
    }

    /** Waits until one of the servers said so. */
    void awaitOutput(String text) throws Exception {
        Waiting.until(
                text,
                () -> {
                    for (Server server : servers) {
                        if (server.hasSaid(text)) {
                            return true;
                        }
                    }
                    return false;
                },
                0);
    }

    @Override
    public void close() {
        servers.forEach(Server::close);
    }

    /** The number of the rule that a test is about: what stands behind "row" in its name. */
    static int row(Method test) {
        return Integer.parseInt(test.getName().substring(3, 5));
    }
}
