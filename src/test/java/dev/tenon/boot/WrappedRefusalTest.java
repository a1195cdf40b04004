package dev.tenon.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.validation.Check;
import dev.tenon.web.TomcatApp;
import jakarta.ejb.EJBException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal that passed an EJB container, a stage or a task on its way out of a servlet. */
class WrappedRefusalTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HTML = "text/html,*/*;q=0.8";

    @TempDir
    static Path docBase;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", docBase).servlet("/form", new Form()).start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejb", "stage", "task", "plain"})
    void refusal_isAnswered_whateverItIsWrappedIn(String way) throws Exception {
        HttpResponse<String> answer = app.post("/form?" + way, FORM, "uname=abc");
        assertEquals(422, answer.statusCode());
        assertEquals(
                HttpProblem.MEDIA_TYPE,
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ejb", "stage", "task", "plain"})
    void browser_goesBackToItsForm_whateverTheRefusalIsWrappedIn(String way) throws Exception {
        HttpResponse<String> answer = sendForm(way);
        assertEquals(303, answer.statusCode());
        assertEquals(
                "/shop/form?" + way, answer.headers().firstValue("Location").orElse(""));
    }

    /** Else the browser waits for bytes that never come, or shows the page it is sent to as something else. */
    @Test
    void wayBack_hasNoHeaderOfTheBodyThatWasBegun() throws Exception {
        HttpResponse<String> answer = sendForm("begun");
        assertEquals(303, answer.statusCode());
        assertEquals(List.of(), answer.headers().allValues("Content-Encoding"));
        assertEquals(List.of(), answer.headers().allValues("Content-Type"));
        assertEquals("0", answer.headers().firstValue("Content-Length").orElse("0"));
        assertEquals(List.of("set"), answer.headers().allValues("Content-Security-Policy"));
    }

    @Test
    void failureOfTheApplication_isNoRefusal() throws Exception {
        assertEquals(500, app.post("/form?broken", FORM, "uname=abc").statusCode());
    }

    private static HttpResponse<String> sendForm(String query) throws Exception {
        String cookie = app.get("/form").headers().firstValue("Set-Cookie").orElseThrow();
        return app.post(
                "/form?" + query,
                FORM,
                "uname=abc",
                "Accept",
                HTML,
                "Referer",
                app.uri("/form?" + query).toString(),
                "Cookie",
                cookie.substring(0, cookie.indexOf(';')));
    }

    private static final class Form extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession();
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            Check check = Check.of(request);
            switch (request.getQueryString()) {
                case "ejb" -> inBean(check);
                case "stage" -> CompletableFuture.runAsync(() -> judge(check)).join();
                case "task" -> inTask(check);
                case "broken" -> throw new CompletionException(new IllegalStateException("expected by this test"));
                case "begun" -> begin(check, response);
                default -> judge(check);
            }
        }

        private static void judge(Check check) {
            check.body("uname").isLength(6, 20);
            check.vals();
        }

        /** As an EJB container has to: Jakarta Enterprise Beans 4.0, section 9.3.4. */
        private static void inBean(Check check) {
            try {
                judge(check);
            } catch (RuntimeException e) {
                throw new EJBException(e);
            }
        }

        private static void inTask(Check check) throws ServletException {
            try {
                CompletableFuture.runAsync(() -> judge(check)).get();
            } catch (ExecutionException | InterruptedException e) {
                throw new ServletException(e);
            }
        }

        private static void begin(Check check, HttpServletResponse response) {
            response.setContentType("application/pdf");
            response.setContentLength(1_000_000);
            response.setHeader("Content-Encoding", "gzip");
            response.setHeader("Content-Security-Policy", "set");
            judge(check);
        }
    }
}
