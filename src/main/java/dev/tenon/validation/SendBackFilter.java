package dev.tenon.validation;

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
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends a browser whose form was refused back to the page with the form (Post/Redirect/Get), with the messages and what was typed in its session.
 * Where it has no session its own page is shown at once, so that a form does not make one. What it cannot do so is left to the filter around it.
 */
final class SendBackFilter implements Filter {
    private final ValidationOptions options;

    SendBackFilter(ValidationOptions options) {
        this.options = options;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            boolean answered = options.sendsBack()
                    && request.getDispatcherType() == DispatcherType.REQUEST
                    && TenonException.in(e).orElse(null) instanceof ValidationException refusal
                    && answer((HttpServletRequest) request, (HttpServletResponse) response, refusal);
            if (!answered) {
                throw e;
            }
        }
    }

    private static boolean answer(HttpServletRequest request, HttpServletResponse response, ValidationException refusal)
            throws IOException, ServletException {
        boolean form = request.getMethod().equals("POST")
                && ProblemAnswer.prefersHtml(request)
                && !JsonBody.isIn(request)
                && !response.isCommitted()
                && !request.isAsyncStarted();
        Optional<String> page = form ? FormPage.of(request) : Optional.empty();
        HttpSession session = page.isPresent() ? request.getSession(false) : null;
        if (page.isEmpty() || (session == null && !FormPage.isOwn(request, page.get()))) {
            return false;
        }
        AppMeters.countRefusal(request.getServletContext(), refusal.problem());
        Rejection rejection = RejectedForm.of(request, refusal.errors(Languages.of(request)));
        FormData.of(request).ifPresent(FormData::discard);
        if (session == null) {
            return showPage(
                    request, response, page.get(), rejection, refusal.problem().status());
        }
        ProblemAnswer.clear(response);
        session.setAttribute(Rejection.ATTRIBUTE, rejection.kept());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", response.encodeRedirectURL(page.get()));
        response.setHeader("Cache-Control", "no-store");
        return true;
    }

    private static boolean showPage(
            HttpServletRequest request, HttpServletResponse response, String page, Rejection rejection, int status)
            throws IOException, ServletException {
        String context = request.getContextPath();
        RequestDispatcher dispatcher =
                page.startsWith(context + "/") ? request.getRequestDispatcher(page.substring(context.length())) : null;
        if (dispatcher == null) {
            return false;
        }
        response.reset();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute(Rejection.ATTRIBUTE, rejection);
        dispatcher.forward(new Get(request), response);
        return true;
    }

    /** The request as the page expects it. */
    private static final class Get extends HttpServletRequestWrapper {
        Get(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
