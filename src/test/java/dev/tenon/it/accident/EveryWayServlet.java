package dev.tenon.it.accident;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;

/** Answers in each way that a servlet can; the last segment of the path names it. */
@WebServlet(urlPatterns = "/way/*", asyncSupported = true)
@MultipartConfig
public final class EveryWayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        response.setContentType("text/plain;charset=UTF-8");
        switch (request.getPathInfo()) {
            case "/text" -> response.getWriter().print("text");
            case "/form" -> response.getWriter().print(request.getParameter("uname"));
            case "/parts" -> parts(request, response);
            case "/body" -> request.getInputStream().transferTo(response.getOutputStream());
            case "/session" -> session(request, response);
            case "/async" -> async(request.startAsync(request, response));
            case "/async-dispatch" -> request.startAsync(request, response).dispatch("/way/text");
            case "/forward" -> request.getRequestDispatcher("/way/text").forward(request, response);
            case "/include" -> request.getRequestDispatcher("/index.html").include(request, response);
            case "/redirect" -> response.sendRedirect("text");
            case "/refuse" -> response.sendError(HttpServletResponse.SC_FORBIDDEN, "refused");
            case "/fail" -> throw new IllegalArgumentException("failed");
            case "/fail-handled" -> throw new IllegalStateException("failed, with a page for it");
            default -> super.service(request, response);
        }
    }

    private static void parts(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        for (Part part : request.getParts()) {
            String text = new String(part.getInputStream().readAllBytes(), UTF_8);
            response.getWriter().printf("%s %s %s%n", part.getName(), part.getSubmittedFileName(), text);
        }
    }

    private static void session(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object visits = request.getSession().getAttribute("visits");
        int now = visits == null ? 1 : (int) visits + 1;
        request.getSession().setAttribute("visits", now);
        response.getWriter().print(request.getSession().getClass().getName() + " " + now);
    }

    private static void async(AsyncContext context) {
        context.start(() -> {
            try {
                context.getResponse().getWriter().print("later");
            } catch (IOException e) {
                context.getRequest().getServletContext().log("no answer", e);
            }
            context.complete();
        });
    }
}
