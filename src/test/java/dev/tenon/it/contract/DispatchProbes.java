package dev.tenon.it.contract;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;

/** The ways from one page to another. */
final class DispatchProbes {
    static final Map<String, Probe> ALL = new HashMap<>();

    static {
        ALL.put("forward", (request, response) -> {
            request.getSession().setAttribute("a", "1");
            request.getRequestDispatcher("/p/get?name=a").forward(request, response);
            return null;
        });
        ALL.put("include", (request, response) -> {
            request.getRequestDispatcher("/p/set?name=a&value=2").include(request, response);
            return request.getSession().getAttribute("a");
        });
        ALL.put("async", (request, response) -> {
            request.getSession().setAttribute("a", "3");
            request.startAsync().dispatch("/p/get?name=a");
            return null;
        });
        ALL.put("asyncWork", DispatchProbes::asyncWork);
        ALL.put("error", (request, response) -> {
            request.getSession().setAttribute("a", "5");
            response.sendError(418);
            return null;
        });
        ALL.put(
                "failed",
                (request, response) -> "failed " + request.getSession().getAttribute("a"));
        ALL.put("elsewhere", DispatchProbes::elsewhere);
    }

    private DispatchProbes() {}

    private static Object asyncWork(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync();
        context.start(() -> {
            request.getSession().setAttribute("a", "4");
            context.complete();
        });
        return null;
    }

    /** Into the other application, where the server lets one. */
    private static Object elsewhere(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ServletContext other = request.getServletContext().getContext("/other");
        if (other == null) {
            return "not allowed";
        }
        request.getSession().setAttribute("here", "1");
        other.getRequestDispatcher("/p/set?name=there&value=1").include(request, response);
        return Map.of("here", request.getSession().getAttributeNames().nextElement());
    }
}
