package dev.tenon.sample;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Gives a customer a session, by which the desk knows them in every tab. The page asks before it connects. */
@WebServlet("/api/visit")
public final class VisitServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Visitor.welcome(request.getSession());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
