package dev.tenon.it.redeploy;

import dev.tenon.Tenon;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Uses each feature once in a request, so that each has started what it starts. */
@WebServlet("/everything")
public final class EverythingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().setAttribute("user", "agent");
        response.getWriter().print(Tenon.of(getServletContext()));
    }
}
