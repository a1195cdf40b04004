package dev.tenon.session;

import dev.tenon.kernel.web.CurrentRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Gives every request the stored session. All dispatches of a request share one exchange, which stands in a request attribute: servers hand
 * the container's own request to a dispatch to an error page, or after {@code startAsync()}, and a wrapped one to others.
 */
final class SessionFilter implements Filter {
    private final Sessions sessions;
    private final Supplier<SessionTransport> transport;
    private final String attribute;

    SessionFilter(Sessions sessions, Supplier<SessionTransport> transport) {
        this.sessions = sessions;
        this.transport = transport;
        this.attribute = attribute(sessions);
    }

    /** A dispatch into another application has another exchange. */
    private static String attribute(Sessions sessions) {
        return SessionExchange.class.getName() + sessions.context().getContextPath();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SessionExchange known = find((HttpServletRequest) request);
        SessionExchange exchange =
                known == null ? begin((HttpServletRequest) request, (HttpServletResponse) response) : known;
        ServletResponse wrappedResponse = SessionResponse.isAround(response, exchange)
                ? response
                : new SessionResponse((HttpServletResponse) response, exchange);
        ServletRequest wrappedRequest = SessionRequest.isAround(request, exchange)
                ? request
                : new SessionRequest((HttpServletRequest) request, wrappedResponse, exchange);
        CurrentRequest.Work work = CurrentRequest.begin((HttpServletRequest) wrappedRequest);
        try {
            if (known != null && request.getDispatcherType() == DispatcherType.INCLUDE) {
                chain.doFilter(wrappedRequest, wrappedResponse);
            } else {
                runAndCommit(exchange, wrappedRequest, wrappedResponse, chain);
            }
        } finally {
            work.end();
        }
    }

    private SessionExchange begin(HttpServletRequest request, HttpServletResponse response) {
        SessionExchange exchange = new SessionExchange(sessions, transport.get(), request, response);
        request.setAttribute(attribute, exchange);
        return exchange;
    }

    /** Null for a request that passed no filter. */
    SessionExchange find(HttpServletRequest request) {
        return (SessionExchange) request.getAttribute(attribute);
    }

    private static void runAndCommit(
            SessionExchange exchange, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            commitAfter(e, exchange);
            throw e;
        }
        if (!request.isAsyncStarted()) { // else at the end of that
            exchange.end();
        }
    }

    /** What the application did before it failed is kept, too. */
    private static void commitAfter(Throwable thrown, SessionExchange exchange) {
        try {
            exchange.commit();
        } catch (RuntimeException e) {
            if (e != thrown) {
                thrown.addSuppressed(e);
            }
        }
    }
}
