package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.boot.TenonInitializer;
import dev.tenon.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A servlet that checks its request, with Tenon's own start and filter, on a real server. */
class CheckOnTomcatTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Tomcat tomcat;

    @BeforeAll
    static void start() throws LifecycleException {
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.getConnector().setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new TenonInitializer(), Set.of());
        Tomcat.addServlet(context, "sign-up", new SignUpServlet()).addMapping("/sign-up");
        tomcat.start();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void form_good_isUtf8WithoutACharset() {
        HttpResponse<String> answer =
                post("?page=2", FORM, "uname=+%E5%AE%A2%E6%9C%8D%E5%AE%A2%E6%9C%8D%E5%AE%A2%E6%9C%8D+&agree=on");
        assertEquals(200, answer.statusCode());
        assertEquals(Map.of("uname", "客服客服客服", "agree", true, "page", 2), Json.parse(answer.body()));
    }

    @Test
    void json_good_givesTheSame() {
        HttpResponse<String> answer =
                post("?page=2", "application/json", "{\"uname\":\" 客服客服客服 \",\"agree\":true,\"admin\":true}");
        assertEquals(Map.of("uname", "客服客服客服", "agree", true, "page", 2), Json.parse(answer.body()));
    }

    @Test
    void form_wrong_is422WithAllErrors() {
        HttpResponse<String> answer = post("?page=x", FORM, "uname=abc&agree=maybe");
        assertEquals(422, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
        assertEquals(
                Map.of(
                        "type", "about:blank",
                        "title", "Unprocessable Content",
                        "status", 422,
                        "detail", "请填写用户名; agree must be true or false; page must be a whole number",
                        "errors",
                                List.of(
                                        Map.of(
                                                "detail",
                                                "请填写用户名",
                                                "pointer",
                                                "#/uname",
                                                "in",
                                                "body",
                                                "name",
                                                "uname",
                                                "code",
                                                "length",
                                                "params",
                                                Map.of("min", 6, "max", 20)),
                                        Map.of(
                                                "detail",
                                                "agree must be true or false",
                                                "pointer",
                                                "#/agree",
                                                "in",
                                                "body",
                                                "name",
                                                "agree",
                                                "code",
                                                "boolean",
                                                "params",
                                                Map.of()),
                                        Map.of(
                                                "detail",
                                                "page must be a whole number",
                                                "parameter",
                                                "page",
                                                "in",
                                                "query",
                                                "name",
                                                "page",
                                                "code",
                                                "int",
                                                "params",
                                                Map.of()))),
                Json.parse(answer.body()));
    }

    @Test
    void form_empty_saysTheTipOfTheField() {
        assertTrue(post("", FORM, "").body().contains("请填写用户名"));
    }

    @Test
    void queryAndBody_areNeverMerged() {
        HttpResponse<String> answer = post("?uname=fromquery&page=1&page=2", FORM, "page=3&uname=");
        assertTrue(answer.body().contains("请填写用户名"));
        assertTrue(answer.body().contains("page must be a whole number"));
    }

    @Test
    void browser_getsASentence() {
        HttpResponse<String> answer =
                send(request("", FORM, "uname=abc&agree=on").header("Accept", "text/html,*/*;q=0.8"));
        assertEquals(422, answer.statusCode());
        assertEquals(
                "text/plain;charset=UTF-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("请填写用户名", answer.body());
    }

    @Test
    void malformed_is400() {
        assertEquals(400, post("", "application/json", "{").statusCode());
        assertEquals(400, post("", FORM, "uname=%zz").statusCode());
        assertEquals(400, post("?page=%ff", FORM, "uname=abcdefg").statusCode());
    }

    private static HttpResponse<String> post(String query, String type, String body) {
        return send(request(query, type, body));
    }

    private static HttpRequest.Builder request(String query, String type, String body) {
        URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/sign-up" + query);
        return HttpRequest.newBuilder(uri).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The tutorial's form. */
    private static final class SignUpServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            check.field("uname").trim().isLength(6, 20, "请填写用户名");
            check.body("agree").toBoolean();
            check.query("page").defaultTo(1).toInt();
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(Json.write(check.vals()));
        }
    }
}
