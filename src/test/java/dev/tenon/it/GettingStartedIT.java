package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application that the guide has its readers copy: it is short, it compiles, and it does what the guide says. */
class GettingStartedIT {
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+)`\n\n``` ?\\w+\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void application_ofTheGuide_runs() throws Exception {
        Map<String, String> files = files();
        long lines = files.values().stream().flatMap(String::lines).count();
        assertTrue(lines < 60, () -> lines + " lines");
        try (Server server = new Tomcat();
                Chromium chromium = new Chromium()) {
            server.deploy("/hello", war(files));
            server.start("/hello/index.html");
            Page one = chromium.open(server.uri("/hello/").toString());
            Page other = chromium.open(server.uri("/hello/").toString());
            assertThat(other.locator("form")).isVisible();
            other.waitForFunction("socket.connected");
            one.locator("input").fill("Hello, everybody");
            one.locator("button").click();
            assertThat(other.getByText("Hello, everybody")).isVisible();
            assertThat(one.getByText("Hello, everybody")).isVisible();
            assertEquals(0, chromium.errors().size());
        }
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher matcher = FILE.matcher(Files.readString(Build.target("../src/site/markdown/getting-started.md")));
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2));
        }
        return files;
    }

    /** Makes what Maven makes of the files; the client comes from npm's package here, whose bytes are those of the WebJar. */
    private Path war(Map<String, String> files) throws IOException {
        Path source = Files.writeString(folder.resolve("Hello.java"), files.get("src/main/java/Hello.java"));
        String classPath = System.getProperty("java.class.path");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, source.toString());
        assertEquals(0, result);
        Path client = Sample.folder().resolve("node_modules/socket.io-client/dist/socket.io.min.js");
        return new War()
                .library(Build.jar())
                .bytes("WEB-INF/classes/Hello.class", Files.readAllBytes(folder.resolve("Hello.class")))
                .file("WEB-INF/socket.io-client/socket.io.min.js", Files.readString(client))
                .file(
                        "WEB-INF/classes/META-INF/tenon.properties",
                        files.get("src/main/resources/META-INF/tenon.properties"))
                .file("index.html", files.get("src/main/webapp/index.html"))
                .write("hello");
    }
}
