package dev.tenon.it.ways;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that asks for a parameter first, so that the container takes the body apart. */
@WebServlet("/parameters")
@MultipartConfig
public final class ParametersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getParameter("uname");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(PlainServlet.received(request));
    }
}
