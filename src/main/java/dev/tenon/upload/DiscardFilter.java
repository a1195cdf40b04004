package dev.tenon.upload;

import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.FormData;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Deletes the files of a form when the request that brought them is refused, by a validation for instance. Touches nothing else. */
final class DiscardFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (TenonException | ServletException e) {
            if (TenonException.in(e).isPresent()) {
                FormData.of(request).ifPresent(FormData::discard);
            }
            throw e;
        }
    }
}
