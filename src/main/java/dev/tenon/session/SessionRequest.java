package dev.tenon.session;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/** The request as the application sees it: its session is the stored one. */
final class SessionRequest extends HttpServletRequestWrapper {
    private final SessionExchange exchange;
    private final ServletResponse response;

    SessionRequest(HttpServletRequest request, ServletResponse response, SessionExchange exchange) {
        super(request);
        this.exchange = exchange;
        this.response = response;
    }

    /** Whether the request stands for this exchange already, as after a forward, where the container wraps what it was given. */
    static boolean isAround(ServletRequest request, SessionExchange exchange) {
        ServletRequest current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            if (wrapper instanceof SessionRequest mine && mine.exchange == exchange) {
                return true;
            }
            current = wrapper.getRequest();
        }
        return false;
    }

    @Override
    public HttpSession getSession() {
        return exchange.session(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        return exchange.session(create);
    }

    @Override
    public String changeSessionId() {
        return exchange.changeId();
    }

    @Override
    public void login(String user, String password) throws ServletException {
        super.login(user, password);
        exchange.signedIn();
    }

    @Override
    public boolean authenticate(HttpServletResponse toChallenge) throws IOException, ServletException {
        boolean known = getUserPrincipal() != null;
        boolean authenticated = super.authenticate(toChallenge);
        if (authenticated && !known) {
            exchange.signedIn();
        }
        return authenticated;
    }

    @Override
    public String getRequestedSessionId() {
        return exchange.requestedId().orElse(null);
    }

    @Override
    public boolean isRequestedSessionIdValid() {
        return exchange.isRequestedIdValid();
    }

    @Override
    public boolean isRequestedSessionIdFromCookie() {
        return exchange.isRequestedIdFrom(SessionTrackingMode.COOKIE);
    }

    @Override
    public boolean isRequestedSessionIdFromURL() {
        return exchange.isRequestedIdFrom(SessionTrackingMode.URL);
    }

    /** An upgrade ends the time for headers. */
    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) throws IOException, ServletException {
        exchange.beforeResponse();
        return super.upgrade(handler);
    }

    /** With the wrapped pair: of the servers only Open Liberty would keep it by itself. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    /** Saves first, since what comes after may take long. */
    @Override
    public AsyncContext startAsync(ServletRequest ofRequest, ServletResponse ofResponse) {
        exchange.commit();
        AsyncContext context = super.startAsync(ofRequest, ofResponse);
        context.addListener(new SessionAsyncListener(exchange));
        return new SessionAsyncContext(context, exchange);
    }

    @Override
    public AsyncContext getAsyncContext() {
        return new SessionAsyncContext(super.getAsyncContext(), exchange);
    }
}
