package dev.tenon.session;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/** What most tests ask of an application. */
final class Pages {
    private Pages() {}

    static TomcatApp on(TomcatApp app) {
        return app.servlet("/static", new Page((request, response) -> response.getWriter()
                        .print("page")))
                .servlet("/set", new Page(Pages::set))
                .servlet("/get", new Page(Pages::get))
                .servlet("/login", new Page((request, response) -> {
                    request.getSession().setAttribute("user", "ada");
                    response.getWriter().print(request.changeSessionId());
                }))
                .servlet("/logout", new Page((request, response) -> request.getSession()
                        .invalidate()));
    }

    /** Sets every parameter as an attribute. */
    private static void set(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HttpSession session = request.getSession();
        request.getParameterMap().forEach((name, values) -> session.setAttribute(name, values[0]));
        response.getWriter().print(session.isNew());
    }

    /** Answers the attribute that the query names. */
    private static void get(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HttpSession session = request.getSession(false);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(session == null ? "no session" : session.getAttribute(request.getQueryString()));
    }
}
