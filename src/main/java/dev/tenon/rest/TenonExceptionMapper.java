package dev.tenon.rest;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.AppMeters;
import dev.tenon.kernel.web.FormData;
import dev.tenon.kernel.web.Languages;
import dev.tenon.kernel.web.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers what Tenon refused inside a REST resource or a bean that it calls (Jakarta RESTful Web Services 3.1, section 4.4), as RFC 9457
 * asks, and deletes the files of the form that the request brought. Servers that scan find it; an application that lists its classes adds
 * it. Thread-safe.
 */
@Provider
public final class TenonExceptionMapper implements ExceptionMapper<TenonException> {
    /** Stands for the request of each thread; null where REST runs without servlets. */
    @Context
    private HttpServletRequest request;

    /** Returns the problem that the exception carries. */
    @Override
    public Response toResponse(TenonException refusal) {
        HttpProblem problem = refusal.problem(request == null ? List.of() : Languages.of(request));
        if (request != null) {
            FormData.of(request).ifPresent(FormData::discard);
            AppMeters.countRefusal(request.getServletContext(), problem);
        }
        return Response.status(problem.status())
                .type(HttpProblem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, problem.status() == 503 ? ProblemAnswer.RETRY_AFTER : null)
                .entity(problem.toJson().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
