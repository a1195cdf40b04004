package dev.tenon.boot;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.AppMeters;
import dev.tenon.kernel.web.FormData;
import dev.tenon.kernel.web.Languages;
import dev.tenon.kernel.web.ProblemAnswer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Answers what Tenon refused and the application did not catch, also where a container, a stage or a task wrapped it, and deletes the files of the
 * form that the request brought. Every other request and exception passes untouched.
 */
final class ProblemFilter implements Filter {
    /** Whoever forwards or includes may catch; and an include sets neither status nor headers. */
    private static final Set<DispatcherType> INNER = EnumSet.of(DispatcherType.FORWARD, DispatcherType.INCLUDE);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            Optional<TenonException> refusal = TenonException.in(e);
            if (refusal.isEmpty() || INNER.contains(request.getDispatcherType())) {
                throw e;
            }
            FormData.of(request).ifPresent(FormData::discard);
            if (isAnswered(request, response)) {
                return;
            }
            if (response.isCommitted()) {
                throw e;
            }
            HttpServletRequest asked = (HttpServletRequest) request;
            HttpProblem problem = refusal.get().problem(Languages.of(asked));
            AppMeters.countRefusal(request.getServletContext(), problem);
            ProblemAnswer.write(asked, (HttpServletResponse) response, problem);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().complete(); // the servlet failed on its way there
            }
        }
    }

    /** Tomcat 10.1 answers a body that breaks off before it tells the application, and would make a 500 of what is thrown then. */
    private static boolean isAnswered(ServletRequest request, ServletResponse response) {
        return response.isCommitted()
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
    }
}
