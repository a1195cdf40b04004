package dev.tenon.fallback;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.web.ProblemAnswer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Gives a browser that follows or reloads a deep link the page of the single-page application, as connect-history-api-fallback does; what is a
 * file, a servlet or a missing asset stays what it is. Tenon adds it behind the application's filters when {@code tenon.fallback.*} is set; an
 * application may also map it itself. Thread-safe.
 */
public final class HistoryFallbackFilter extends HttpFilter {
    /** The attribute of the request with the nonce of a page: {@value}. A filter of the application may set it first. */
    public static final String NONCE = "dev.tenon.fallback.nonce";

    private static final long serialVersionUID = 1L;

    private final transient FallbackOptions options;
    private final transient FallbackRules rules;
    private final transient PageAnswer pages;
    private transient Site site;

    /** Sets the options. */
    public HistoryFallbackFilter(FallbackOptions options) {
        this.options = options;
        rules = FallbackRules.of(options);
        pages = new PageAnswer(options.page());
    }

    @Override
    public void init() {
        site = new Site(getServletContext(), options);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        Navigation navigation = site.navigation(request);
        Decision decision = rules.decide(navigation);
        if (options.logger() != null) {
            options.logger().accept(decision.line(navigation));
        }
        if (!answer(decision, navigation.path(), request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean answer(Decision decision, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        return switch (decision.outcome()) {
            case PASS -> false;
            case STATIC -> isRead(request) && sendFile(path, request, response);
            case MISSING -> missing(request, response);
            case PAGE -> page(decision.target(), request, response);
        };
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private boolean sendFile(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageContent> page = site.pageAt(path);
        if (page.isPresent()) {
            pages.send(request, response, page.get());
        }
        return page.isPresent() || site.sendAsset(request, response, path);
    }

    private boolean page(String target, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!site.mayShow(target)) {
            FallbackLog.debug("A rewrite leads to " + target + ", which is no page"); // clients choose how often
            return missing(request, response);
        }
        Optional<PageContent> page = site.page(target);
        if (page.isPresent()) {
            pages.send(request, response, page.get());
            return true;
        }
        return forward(target, request, response);
    }

    private boolean forward(String target, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        RequestDispatcher dispatcher = dispatcher(target, request);
        if (dispatcher == null) {
            FallbackLog.debug("A rewrite leads to " + target + ", where the server cannot forward");
            return missing(request, response);
        }
        pages.prepare(request, response);
        dispatcher.forward(request, response);
        return true;
    }

    /** Returns null where the server finds no way: Tomcat 10.1 throws at a percent sign that encodes nothing. */
    private static RequestDispatcher dispatcher(String target, HttpServletRequest request) {
        try {
            return request.getRequestDispatcher(target);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Nothing that is missing is kept by a cache: after the next deployment it may be there. */
    private static boolean missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (Accept.namesJson(request.getHeader("Accept"))) {
            ProblemAnswer.write(
                    request, response, HttpProblem.of(404, "Not Found", "There is nothing at this address."));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return true;
    }
}
