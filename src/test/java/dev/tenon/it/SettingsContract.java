package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which of the places that set a key wins, seen by the page that a route gets; and what a mistake does to the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SettingsContract {
    private static final String KEY = "tenon.fallback.index";

    private Server server;

    abstract Server create() throws IOException;

    @BeforeAll
    void start() throws Exception {
        server = create();
        server.deploy("/file", inFile().write("settings-file"));
        server.deploy("/param", inFile().webXml(param(KEY, "/param.html")).write("settings-param"));
        server.deploy("/micro", inMicroProfile().write("settings-micro"));
        server.start("/file/file.html", "/param/file.html", "/micro/file.html");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void file_isRead() throws IOException {
        assertEquals("file", page(server, "/file"));
    }

    @Test
    void contextParam_comesBeforeFile() throws IOException {
        assertEquals("param", page(server, "/param"));
    }

    @Test
    void unknownKey_stopsTheStart() throws Exception {
        server.deploy(
                "/unknown",
                app().webXml(param("tenon.fallback.idnex", "/a.html")).write("settings-unknown"));
        server.awaitOutput("tenon.fallback.idnex=/a.html (context-param): there is no such key; allowed are");
        assertNotEquals(200, server.status("/unknown/file.html"));
    }

    @Test
    void wrongValue_stopsTheStart() throws Exception {
        server.deploy(
                "/wrong", app().file(file("tenon.properties"), KEY + "=page").write("settings-wrong"));
        server.awaitOutput(KEY + "=page (META-INF/tenon.properties): must be the path of a page in the application");
        assertNotEquals(200, server.status("/wrong/file.html"));
    }

    Server server() {
        return server;
    }

    static War inMicroProfile() {
        return inFile().webXml(param(KEY, "/param.html"))
                .file(file("microprofile-config.properties"), KEY + "=/micro.html");
    }

    private static War inFile() {
        return app().file(file("tenon.properties"), KEY + "=/file.html");
    }

    private static War app() {
        War war = new War().library(Build.jar());
        Stream.of("file", "param", "micro", "environment", "system").forEach(name -> war.file(name + ".html", name));
        return war;
    }

    private static String file(String name) {
        return "WEB-INF/classes/META-INF/" + name;
    }

    private static String param(String key, String value) {
        return "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>"
                .formatted(key, value);
    }

    /** Returns the text of the page that a browser gets for a route. */
    static String page(Server server, String contextPath) throws IOException {
        String answer = Wire.exchange(
                server.port(),
                "GET " + contextPath
                        + "/some/route HTTP/1.1\nHost: localhost\nAccept: text/html\nConnection: close\n\n");
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
