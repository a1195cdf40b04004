package dev.tenon.it.moves;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Adds an order to those that the session has, without CDI. */
@WebServlet("/orders")
public final class OrdersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        List<Order> orders = new ArrayList<>(before(session));
        orders.add(new Order(request.getParameter("item"), orders.size() + 1));
        session.setAttribute("orders", orders);
        response.getWriter().print(orders);
    }

    @SuppressWarnings("unchecked")
    private static List<Order> before(HttpSession session) {
        List<Order> orders = (List<Order>) session.getAttribute("orders");
        return orders == null ? List.of() : orders;
    }
}
