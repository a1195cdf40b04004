package dev.tenon.kernel.web;

import dev.tenon.kernel.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a problem as a client can read it: RFC 9457 JSON, or its sentence for a browser that shows pages. */
public final class ProblemAnswer {
    /** In how many seconds it may be better: RFC 9110, section 10.2.3. */
    public static final String RETRY_AFTER = "2";

    /** What speaks of a body. {@code Content-Security-Policy} does not: a page of the application has set it for whatever comes. */
    private static final Set<String> OF_THE_BODY = Set.of(
            "content-type",
            "content-length",
            "content-encoding",
            "content-language",
            "content-location",
            "content-disposition",
            "content-range",
            "content-digest",
            "content-md5");

    private ProblemAnswer() {}

    /** Sets status and body of a response that is not committed yet; what the application wrote before is dropped, its other headers stay. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpProblem problem)
            throws IOException {
        clear(response);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == 503) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        boolean page = prefersHtml(request);
        response.setContentType(page ? "text/plain;charset=UTF-8" : HttpProblem.MEDIA_TYPE);
        byte[] body = (page ? sentence(problem) : problem.toJson()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /**
     * Takes everything back that was written into a response that is not committed yet, but not the headers that do not speak of the body: only a reset
     * frees a response from its writer and charset.
     */
    public static void clear(HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (!OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
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
