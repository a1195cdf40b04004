package dev.tenon.it.redeploy;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/** The filter of an application that has nothing of Tenon: GlassFish 8.0.0 keeps the filters of the requests that its threads have served. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class PlainFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }
}
