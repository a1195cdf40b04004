package dev.tenon.kernel.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemAnswerTest {
    private static final List<String> OF_THE_BODY =
            List.of("Content-Encoding", "Content-Language", "Content-Location", "Content-Disposition", "Content-Range");
    private static final List<String> OF_THE_APPLICATION =
            List.of("Content-Security-Policy", "Content-Security-Policy-Report-Only", "X-Content-Type-Options");

    @TempDir
    private Path docBase;

    @Test
    void problem_keepsTheSecurityPolicy() throws Exception {
        try (TomcatApp app =
                TomcatApp.at("", docBase).servlet("/", new Refusing()).start()) {
            HttpResponse<String> answer = app.get("/");
            assertEquals(409, answer.statusCode());
            assertEquals(List.of(HttpProblem.MEDIA_TYPE), answer.headers().allValues("Content-Type"));
            OF_THE_APPLICATION.forEach(
                    name -> assertEquals(List.of("set"), answer.headers().allValues(name), name));
            OF_THE_BODY.forEach(name -> assertEquals(List.of(), answer.headers().allValues(name), name));
        }
    }

    private static final class Refusing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            OF_THE_APPLICATION.forEach(name -> response.setHeader(name, "set"));
            OF_THE_BODY.forEach(name -> response.setHeader(name, "set"));
            response.setContentType("text/csv");
            response.getWriter().print("half an answer");
            ProblemAnswer.write(request, response, HttpProblem.of(409, "Conflict", "There is one."));
        }
    }
}
