package dev.tenon.session;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** The response as the application sees it: whatever may commit it saves the session before. */
final class SessionResponse extends HttpServletResponseWrapper {
    private final SessionExchange exchange;
    private final BufferWatch watch;
    private ServletOutputStream stream;
    private PrintWriter writer;

    SessionResponse(HttpServletResponse response, SessionExchange exchange) {
        super(response);
        this.exchange = exchange;
        this.watch = new BufferWatch(response, exchange);
    }

    /** Whether the response stands for this exchange already. */
    static boolean isAround(ServletResponse response, SessionExchange exchange) {
        ServletResponse current = response;
        while (current instanceof ServletResponseWrapper wrapper) {
            if (wrapper instanceof SessionResponse mine && mine.exchange == exchange) {
                return true;
            }
            current = wrapper.getResponse();
        }
        return false;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new SessionOutputStream(super.getOutputStream(), watch);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new SessionWriter(super.getWriter(), watch);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        exchange.beforeResponse();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        exchange.beforeResponse();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        exchange.beforeResponse();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        exchange.beforeResponse();
        super.sendRedirect(location);
    }

    /** Servlet 6.1 has it, 6.0 does not: so it cannot be passed on, and does what its Javadoc says. */
    @SuppressWarnings("MissingOverride") // of Servlet 6.1
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        if (clearBuffer) {
            resetBuffer();
        }
        setStatus(status);
        setHeader("Location", location);
        flushBuffer();
    }

    /** Servlet 6.1. */
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    /** Servlet 6.1. */
    public void sendRedirect(String location, int status) throws IOException {
        sendRedirect(location, status, true);
    }

    @Override
    public void setContentLength(int length) {
        watch.expect(length);
        super.setContentLength(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        watch.expect(length);
        super.setContentLengthLong(length);
    }

    @Override
    public void setHeader(String name, String value) {
        watch.header(name, value);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        watch.header(name, value);
        super.addHeader(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        watch.header(name, Integer.toString(value));
        super.setIntHeader(name, value);
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        watch.restart();
    }

    /** Lets the application choose between stream and writer again. */
    @Override
    public void reset() {
        super.reset();
        watch.restart();
        stream = null;
        writer = null;
    }

    /** The container knows nothing of the session. */
    @Override
    public String encodeURL(String url) {
        return exchange.encode(url);
    }

    @Override
    public String encodeRedirectURL(String url) {
        return exchange.encode(url);
    }
}
