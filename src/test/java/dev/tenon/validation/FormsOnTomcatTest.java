package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.json.Json;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.catalina.Wrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers, pages and forms with files meet on a real server. */
class FormsOnTomcatTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String WRONG = "uname=abc&password=s3cret&pin-of-card=77&tags=a&tags=b";

    @TempDir
    static Path folder;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", folder)
                .servlet("/sign-up", new SignUp())
                .servlet("/orders/*", new Orders())
                .servlet("/picture", new Picture());
        ((Wrapper) app.context().findChild("/picture")).setMultipartConfigElement(new MultipartConfigElement(""));
        app.start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @Test
    void browserWithASession_goesBackOnce() throws Exception {
        String cookie = session();
        HttpResponse<String> answer = send(WRONG, "/sign-up?step=2", "Cookie", cookie);
        assertEquals(303, answer.statusCode());
        assertEquals(
                "/shop/sign-up?step=2", answer.headers().firstValue("Location").orElse(""));
        HttpResponse<String> page = app.get("/sign-up", "Cookie", cookie);
        assertEquals("uname must be 6 to 20 long|abc||[a, b]|", page.body());
        assertEquals("||||", app.get("/sign-up", "Cookie", cookie).body(), "kept once");
    }

    @Test
    void browserWithoutASession_seesThePageAtOnce() throws Exception {
        HttpResponse<String> answer = send(WRONG, "/sign-up");
        assertEquals(422, answer.statusCode());
        assertEquals("uname must be 6 to 20 long|abc||[a, b]|", answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void messages_areInTheLanguageOfTheBrowser() throws Exception {
        HttpResponse<String> answer = send(WRONG, "/sign-up", "Accept-Language", "fr, de;q=0.8, en;q=0.5");
        assertTrue(answer.body().startsWith("uname muss 6 bis 20 lang sein|"), answer.body());
    }

    @Test
    void refererOfAnotherSite_isNoWayBack() throws Exception {
        for (String referer :
                List.of("https://evil.example/sign-up", "//evil.example", "http://127.0.0.1//evil.example", "%")) {
            HttpResponse<String> answer =
                    app.post("/sign-up", FORM, WRONG, "Accept", HTML, "Referer", referer, "Cookie", session());
            assertEquals(422, answer.statusCode(), referer);
            assertTrue(answer.headers().firstValue("Location").isEmpty(), referer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/secret.txt",
                "/%57EB-INF/secret.txt",
                "/WEB-INF;x/secret.txt",
                "/x/../WEB-INF/secret.txt",
                "/staff/list.txt",
                "/sign-up/../staff/list.txt",
                "/50%25off"
            })
    void refererOfAPageThatTheFormIsNotOn_isNotShown(String path) throws Exception {
        for (String file : List.of("WEB-INF/secret.txt", "staff/list.txt")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "secret");
        }
        HttpResponse<String> answer = send(WRONG, path);
        assertEquals(422, answer.statusCode(), path);
        assertFalse(answer.body().contains("secret"), path);
    }

    @Test
    void formOnAnotherSite_isNotSentBack() throws Exception {
        HttpResponse<String> answer = send(WRONG, "/sign-up", "Sec-Fetch-Site", "cross-site", "Cookie", session());
        assertEquals(422, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").isEmpty());
    }

    @Test
    void pageThatRefusesItself_isShownOnce() throws Exception {
        HttpResponse<String> answer = send(WRONG, "/sign-up?refuse");
        assertEquals(422, answer.statusCode());
    }

    @Test
    void largeInput_isNotKept() throws Exception {
        String cookie = session();
        send("uname=" + "x".repeat(20_000), "/sign-up", "Cookie", cookie);
        assertTrue(app.get("/sign-up", "Cookie", cookie).body().startsWith("uname must be 6 to 20 long||"));
    }

    @Test
    void fetch_getsTheProblem() throws Exception {
        HttpResponse<String> answer = app.post("/sign-up", FORM, WRONG, "Accept", "*/*", "Cookie", session());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
    }

    @Test
    void dryRun_judgesSingleFields_andDoesNothing() throws Exception {
        HttpResponse<String> good = app.post("/sign-up", FORM, WRONG, "Validate-Only", "password, tags");
        assertEquals(204, good.statusCode());
        HttpResponse<String> wrong = app.post("/sign-up", FORM, WRONG, "Validate-Only", "uname");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("\"name\":\"uname\""), wrong.body());
    }

    @Test
    void everySource_saysWhereItIs() throws Exception {
        HttpResponse<String> answer = app.get("/orders/12x/lines/3?page=y", "X-Version", "z", "Cookie", "theme=dark");
        assertEquals(
                List.of("path id int", "query page int", "header x-version int", "cookie theme in"), errors(answer));
        assertEquals(
                "{id=12, line=3, page=1, x-version=2, theme=light}",
                app.get("/orders/12/lines/3?page=1", "X-Version", "2", "Cookie", "theme=light")
                        .body());
    }

    @Test
    void files_areJudgedInTheSameChain() throws Exception {
        assertEquals("60x40", upload("a.png", png(60, 40), "").body());
        assertEquals(List.of("part avatar imageSize"), errors(upload("a.png", png(600, 40), "")));
        assertEquals(List.of("part avatar imageMin"), errors(upload("a.png", png(6, 4), "")));
        assertEquals(
                List.of("part avatar fileType", "part avatar imageSize", "part avatar imageMin"),
                errors(upload("a.png", "<html>".repeat(20).getBytes(StandardCharsets.UTF_8), "")));
        assertEquals(
                List.of("part avatar files"),
                errors(upload(
                        "a.png",
                        png(60, 40),
                        part("avatar", "b.png", new String(png(50, 40), StandardCharsets.ISO_8859_1)))));
        assertEquals(List.of("part avatar required"), errors(upload("", new byte[0], "")));
    }

    private static HttpResponse<String> upload(String name, byte[] file, String more) throws Exception {
        String body = part("avatar", name, new String(file, StandardCharsets.ISO_8859_1)) + more + "--b--\r\n";
        return app.postBytes("/picture", "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String part(String field, String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n";
    }

    private static List<String> errors(HttpResponse<String> answer) {
        Map<?, ?> problem = (Map<?, ?>) Json.parse(answer.body());
        return ((List<?>) problem.get("errors"))
                .stream()
                        .map(error -> (Map<?, ?>) error)
                        .map(error -> error.get("in") + " " + error.get("name") + " " + error.get("code"))
                        .toList();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }

    private static String session() throws Exception {
        HttpResponse<String> answer = app.get("/sign-up?session");
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static HttpResponse<String> send(String form, String from, String... more) throws Exception {
        List<String> headers =
                new ArrayList<>(List.of("Accept", HTML, "Referer", app.uri(from).toString()));
        headers.addAll(List.of(more));
        return app.post("/sign-up", FORM, form, headers.toArray(String[]::new));
    }

    /** A page with a form, and what takes the form. */
    private static final class SignUp extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("session".equals(request.getQueryString())) {
                request.getSession();
            }
            if ("refuse".equals(request.getQueryString())) {
                Check.of(request).check(false, "not this page");
                throw new ValidationException(List.of(new Violation("query", "x", "check", "no", null, Map.of())));
            }
            Rejection rejection = Rejection.of(request).orElse(null);
            response.getWriter().print(rejection == null ? "||||" : shown(rejection));
        }

        private static String shown(Rejection rejection) {
            return String.join(
                    "|",
                    rejection.message("uname"),
                    rejection.input("uname"),
                    rejection.input("password"),
                    rejection.inputs("tags").toString(),
                    rejection.input("pin-of-card"));
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            check.body("uname").isLength(6, 20);
            check.body("password").required();
            check.body("pin-of-card").secret();
            check.body("tags");
            if (!check.dryRun(response)) {
                response.getWriter().print(check.vals().keySet());
            }
        }
    }

    /** Reads everything but a body. */
    private static final class Orders extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request).path("/orders/{id}/lines/{line}");
            check.param("id").required().toInt();
            check.field("line").toInt();
            check.query("page").toInt();
            check.header("x-version").toInt();
            check.cookie("theme").isIn(List.of("light"));
            response.getWriter().print(check.vals());
        }
    }

    /** Takes one picture. */
    private static final class Picture extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            check.file("avatar")
                    .required()
                    .isFile()
                    .isFileCount(1, 1)
                    .bail()
                    .isFileSize(1, 100_000)
                    .isFileType(List.of("image/png", "image/jpeg"))
                    .isImageAtMost(500, 500)
                    .isImageAtLeast(10, 10);
            assertFalse(check.vals().isEmpty());
            response.getWriter().print("60x40");
        }
    }
}
