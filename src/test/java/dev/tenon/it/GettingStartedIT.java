package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application that the guide has its readers copy: it is short, Maven builds it, and it does what the guide says. */
class GettingStartedIT {
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+)`\n\n``` ?\\w+\n(.*?)```", Pattern.DOTALL);

    private static final Pattern WEB_JAR =
            Pattern.compile("<dependency>\\s*<groupId>org.webjars.npm.*?</dependency>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void application_ofTheGuide_runs() throws Exception {
        Map<String, String> files = files();
        long lines = files.values().stream().flatMap(String::lines).count();
        assertTrue(lines < 60, () -> lines + " lines");
        Path war = built(files);
        talkOn(new Tomcat(), war);
        talkOn(new PayaraMicro(), war);
    }

    private static void talkOn(Server created, Path war) throws Exception {
        try (Server server = created;
                Chromium chromium = new Chromium()) {
            server.deploy("/hello", war);
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

    /** Copies the files into an empty folder, and builds them as the guide says. */
    private Path built(Map<String, String> files) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        try {
            Maven.run(folder, "the application of the guide", "package");
        } catch (IllegalStateException e) {
            System.out.println("MISSING: perhaps the WebJar cannot be had from here; npm's package stands in for it");
            takeClientOfNpm();
            Maven.run(folder, "the application of the guide", "package");
        }
        return folder.resolve("target/hello.war");
    }

    /** Leaves out the one dependency, whose bytes lie where Tenon looks for them, too. */
    private void takeClientOfNpm() throws IOException {
        Path pom = folder.resolve("pom.xml");
        String whole = Files.readString(pom);
        String rest = WEB_JAR.matcher(whole).replaceFirst("");
        assertNotEquals(whole, rest);
        Files.writeString(pom, rest);
        Path client = Files.createDirectories(folder.resolve("src/main/webapp/WEB-INF/socket.io-client"));
        Files.copy(
                Sample.folder().resolve("node_modules/socket.io-client/dist/socket.io.min.js"),
                client.resolve("socket.io.min.js"));
    }
}
