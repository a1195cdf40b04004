package dev.tenon.kernel.web;

import dev.tenon.kernel.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a problem as a client can read it: RFC 9457 JSON, or its sentence for a browser that shows pages. */
public final class ProblemAnswer {
    private ProblemAnswer() {}

    /** Sets status and body of a response that is not committed yet; what the application wrote before is dropped. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpProblem problem)
            throws IOException {
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        boolean page = prefersHtml(request);
        response.setContentType(page ? "text/plain;charset=UTF-8" : HttpProblem.MEDIA_TYPE);
        String body = page ? sentence(problem) : problem.toJson();
        try {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException writerInUse) {
            response.getWriter().write(body);
        }
    }

    /** Returns whether the client is a browser that navigates: it names HTML, and names no JSON. */
    public static boolean prefersHtml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String lower = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return lower.contains("text/html") && !lower.contains("json");
    }

    private static String sentence(HttpProblem problem) {
        return problem.detail() == null ? problem.title() : problem.detail();
    }
}
