package dev.tenon.boot;

import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.ProblemAnswer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what Tenon refused and the application did not catch. Every other request and exception passes untouched. */
final class ProblemFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (TenonException | ServletException e) {
            TenonException refusal = refusal(e);
            if (refusal == null || response.isCommitted()) {
                throw e;
            }
            ProblemAnswer.write((HttpServletRequest) request, (HttpServletResponse) response, refusal.problem());
        }
    }

    /** Servlets wrap what they do not know; containers do, too. */
    private static TenonException refusal(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof TenonException)) {
            cause = cause.getCause();
        }
        return (TenonException) cause;
    }
}
