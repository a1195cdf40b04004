package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.web.TomcatApp;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rewrites lead whose target the client has a say in. Tomcat decodes what it is told to forward to, and drops its path parameters. */
class RewritesOnTomcatTest {
    private static final String SECRET = "/WEB-INF/classes/application.properties";

    @TempDir
    private static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(docBase.resolve("index.html"), "the page");
        Files.writeString(docBase.resolve("a b+c,用户.txt"), "a file");
        Files.createDirectories(docBase.resolve("WEB-INF/classes"));
        Files.writeString(docBase.resolve(SECRET.substring(1)), "password=secret");
        app = TomcatApp.at("/shop", docBase).start(Rewrites.class);
    }

    /** Rewrites to what the client names. */
    public static final class Rewrites implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.fallback(fallback -> fallback.rewrites(
                    Rewrite.of("^/docs/(.+)$", "/$1"),
                    Rewrite.of(
                            "^/raw/", context -> context.parsedUrl().pathname().substring("/raw".length())),
                    Rewrite.of("^/text/(.+)$", "/$1.txt"),
                    Rewrite.of("^/encoded$", "/50%off"),
                    Rewrite.of("^/up$", "/../up")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    private static HttpResponse<String> page(String path) throws Exception {
        return app.get(path, "Accept", "text/html,*/*;q=0.8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/%2557EB-INF/classes/application.properties",
                "/docs/%2577eb-inf/classes/application.properties",
                "/docs/%254DETA-INF/x",
                "/docs/WEB-INF%3Bx/classes/application.properties",
                "/docs/%3Bx/WEB-INF/classes/application.properties",
                "/raw/%57EB-INF/classes/application.properties",
                "/raw/WEB-INF;x/classes/application.properties",
                "/raw/;x/WEB-INF/classes/application.properties"
            })
    void rewrite_groupThatIsEncodedTwiceOrHasAParameter_neverReachesWebInf(String path) throws Exception {
        HttpResponse<String> answer = page(path);
        assertEquals(404, answer.statusCode(), answer.body());
        assertEquals("no-store", AssetsOnTomcatTest.header(answer, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/50%25off", "/encoded", "/up"})
    void targetThatTheContainerCannotForwardTo_isMissing(String path) throws Exception {
        HttpResponse<String> answer = page(path);
        assertEquals(404, answer.statusCode(), answer.body());
        assertEquals("no-store", AssetsOnTomcatTest.header(answer, "Cache-Control"));
    }

    @Test
    void target_isNotEncoded() throws Exception {
        assertEquals("a file", page("/text/a%20b+c,%E7%94%A8%E6%88%B7").body());
    }
}
