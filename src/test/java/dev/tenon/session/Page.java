package dev.tenon.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet in one lambda. */
final class Page extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Action action;

    Page(Action action) {
        this.action = action;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            action.answer(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @FunctionalInterface
    interface Action {
        void answer(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }
}
