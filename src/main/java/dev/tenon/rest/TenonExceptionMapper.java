package dev.tenon.rest;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;

/**
 * Answers what Tenon refused inside a REST resource or a bean that it calls (Jakarta RESTful Web Services 3.1, section 4.4), as RFC 9457
 * asks. Servers that scan find it; an application that lists its classes adds it. Thread-safe.
 */
@Provider
public final class TenonExceptionMapper implements ExceptionMapper<TenonException> {
    /** Returns the problem that the exception carries. */
    @Override
    public Response toResponse(TenonException refusal) {
        HttpProblem problem = refusal.problem();
        return Response.status(problem.status())
                .type(HttpProblem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toJson().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
