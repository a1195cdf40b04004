package dev.tenon.it.redeploy;

import dev.tenon.Tenon;
import dev.tenon.validation.Check;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Uses the features in a request, so that each has started what it starts. */
@WebServlet("/everything")
public final class EverythingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getSession().setAttribute("user", "agent");
        Check check = Check.of(request);
        check.field("uname").trim();
        check.vals();
        Tenon.of(getServletContext()).realtime().emit("everything", "used");
        response.getWriter().print(request.getSession().getId());
    }
}
