package dev.tenon.boot;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one filter that the container knows. It runs the filters of the features in their written order, which registration cannot: of two
 * filters that come before the application's, Payara 6 and GlassFish run the last registered first, the others the first.
 */
final class TenonFilter implements Filter {
    private final List<Filter> filters = new CopyOnWriteArrayList<>();

    void add(Filter filter) {
        filters.add(filter);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        new Step(0, chain).doFilter(request, response);
    }

    /** What the filter before number {@code next} sees as the rest of the chain. */
    private final class Step implements FilterChain {
        private final int next;
        private final FilterChain rest;

        Step(int next, FilterChain rest) {
            this.next = next;
            this.rest = rest;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
            if (next == filters.size()) {
                rest.doFilter(request, response);
            } else {
                filters.get(next).doFilter(request, response, new Step(next + 1, rest));
            }
        }
    }
}
