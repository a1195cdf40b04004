package dev.tenon.boot;

import dev.tenon.kernel.HttpProblem;
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
import java.util.Optional;

/** Answers what Tenon refused and the application did not catch. Every other request and exception passes untouched. */
final class ProblemFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (TenonException | ServletException e) {
            Optional<TenonException> refusal = TenonException.in(e);
            if (refusal.isEmpty() || response.isCommitted()) {
                throw e;
            }
            HttpProblem problem = refusal.get().problem();
            ProblemAnswer.write((HttpServletRequest) request, (HttpServletResponse) response, problem);
        }
    }
}
