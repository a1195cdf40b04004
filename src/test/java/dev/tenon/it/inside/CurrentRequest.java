package dev.tenon.it.inside;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Gives a test the request that it runs in, as the application sees it. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class CurrentRequest implements Filter {
    private static final ThreadLocal<HttpServletRequest> REQUEST = new ThreadLocal<>();

    static HttpServletRequest get() {
        return REQUEST.get();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        REQUEST.set((HttpServletRequest) request);
        try {
            chain.doFilter(request, response);
        } finally {
            REQUEST.remove();
        }
    }
}
