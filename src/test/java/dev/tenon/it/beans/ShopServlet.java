package dev.tenon.it.beans;

import dev.tenon.session.cdi.shop.Basket;
import dev.tenon.session.cdi.shop.Till;
import dev.tenon.session.cdi.shop.Wishes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Has everything injected; the last segment of the path names what to do. */
@WebServlet("/shop/*")
public final class ShopServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Basket basket;

    @Inject
    private transient Wishes wishes;

    @Inject
    private transient Till till;

    @Inject
    private transient Clerk clerk;

    @Inject
    private transient HttpServletRequest injectedRequest;

    @Inject
    private transient HttpSession injectedSession;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(answer(request));
    }

    private String answer(HttpServletRequest request) {
        return switch (request.getPathInfo()) {
            case "/add" -> basket.add("tea") + " " + wishes.add("milk");
            case "/ring" -> till.ring("rice");
            case "/same" -> same(request);
            case "/brief" -> brief(request);
            case "/logout" -> logout(request);
            case "/clerk" -> String.valueOf(clerk.serve());
            case "/life" -> Basket.LIFE.toString();
            default -> "open";
        };
    }

    private String same(HttpServletRequest request) {
        injectedSession.setAttribute("set by", "injection");
        return request.getSession(false).getAttribute("set by") + " "
                + injectedSession.getId().equals(request.getSession().getId()) + " "
                + injectedRequest.getSession().getAttribute("set by");
    }

    private static String brief(HttpServletRequest request) {
        request.getSession().setMaxInactiveInterval(1);
        return "brief";
    }

    private static String logout(HttpServletRequest request) {
        request.getSession().invalidate();
        return "gone";
    }
}
