package dev.tenon.it.ways;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leaves the upload to a bean. */
@WebServlet("/bean")
public final class BeanServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Receiver receiver;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(receiver.receive());
    }
}
