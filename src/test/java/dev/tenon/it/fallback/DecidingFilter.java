package dev.tenon.it.fallback;

import dev.tenon.fallback.HistoryFallbackFilter;
import dev.tenon.fallback.ReferenceTable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Says in {@code X-Decision} what a filter with the options that {@code X-Setup} names decides, and goes no further. */
@WebFilter("/*")
public final class DecidingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<HttpServletResponse> ANSWER = new ThreadLocal<>();

    private final transient Map<String, HistoryFallbackFilter> filters = new ConcurrentHashMap<>();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String setup = request.getHeader("X-Setup");
        if (setup == null) {
            chain.doFilter(request, response);
            return;
        }
        ANSWER.set(response);
        try {
            filters.computeIfAbsent(setup, this::create).doFilter(new Undispatched(request), response, (a, b) -> {});
        } finally {
            ANSWER.remove();
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private HistoryFallbackFilter create(String setup) {
        String[] words = setup.split("/", 2);
        try {
            HistoryFallbackFilter filter = new HistoryFallbackFilter(ReferenceTable.read()
                    .options(words[0], words[1], line -> ANSWER.get().setHeader("X-Decision", line)));
            filter.init(getFilterConfig());
            return filter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leads nowhere. */
    private static final class Undispatched extends HttpServletRequestWrapper {
        Undispatched(HttpServletRequest request) {
            super(request);
        }

        @Override
        public RequestDispatcher getRequestDispatcher(String path) {
            return new Nowhere();
        }
    }

    private static final class Nowhere implements RequestDispatcher {
        @Override
        public void forward(ServletRequest request, ServletResponse response) {}

        @Override
        public void include(ServletRequest request, ServletResponse response) {}
    }
}
