package dev.tenon.it.contract;

import static dev.tenon.it.contract.Probe.thrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a session holds, and who is told. */
final class AttributeProbes {
    static final Map<String, Probe> ALL = new HashMap<>();

    static {
        ALL.put("set", (request, response) -> {
            request.getSession().setAttribute(request.getParameter("name"), request.getParameter("value"));
            return "";
        });
        ALL.put("setSlowly", AttributeProbes::setSlowly);
        ALL.put("get", (request, response) -> request.getSession().getAttribute(request.getParameter("name")));
        ALL.put(
                "getOrNull",
                (request, response) -> String.valueOf(request.getSession().getAttribute(request.getParameter("name"))));
        ALL.put(
                "names",
                (request, response) ->
                        new TreeSet<>(Collections.list(request.getSession().getAttributeNames())));
        ALL.put("edges", AttributeProbes::edges);
        ALL.put("setBound", (request, response) -> {
            request.getSession().setAttribute("b", new Bound(request.getParameter("value")));
            return "";
        });
        ALL.put("setBoundAgain", (request, response) -> {
            HttpSession session = request.getSession();
            session.setAttribute("b", session.getAttribute("b"));
            return "";
        });
        ALL.put("removeBound", (request, response) -> {
            request.getSession().removeAttribute("b");
            request.getSession().removeAttribute("b");
            return "";
        });
        ALL.put("setNull", (request, response) -> {
            request.getSession().setAttribute("b", null);
            return "";
        });
        ALL.put(
                "notSerializable",
                (request, response) -> thrownBy(() -> request.getSession().setAttribute("o", new Object())));
        ALL.put("shareOne", AttributeProbes::shareOne);
        ALL.put(
                "isOne",
                (request, response) -> request.getSession().getAttribute("x")
                        == request.getSession().getAttribute("y"));
        ALL.put("keepSession", (request, response) -> {
            request.getServletContext().setAttribute("kept", request.getSession());
            return "";
        });
        ALL.put("useKept", AttributeProbes::useKept);
        ALL.put("diary", (request, response) -> Diary.take());
    }

    private AttributeProbes() {}

    private static Object setSlowly(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HttpSession session = request.getSession();
        session.getAttribute("any"); // it has the session before the other request changes it
        Thread.sleep(Long.parseLong(request.getParameter("millis")));
        session.setAttribute(request.getParameter("name"), request.getParameter("value"));
        return "";
    }

    private static Object edges(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        List<String> seen = new ArrayList<>();
        seen.add(String.valueOf(session.getAttribute("unknown")));
        seen.add(String.valueOf(session.getAttribute(null)));
        seen.add(String.valueOf(session.getAttributeNames().hasMoreElements()));
        seen.add(thrownBy(() -> session.setAttribute(null, "x")));
        seen.add(thrownBy(() -> session.removeAttribute("unknown")));
        seen.add(thrownBy(() -> session.removeAttribute(null)));
        return String.join("\n", seen);
    }

    private static Object shareOne(HttpServletRequest request, HttpServletResponse response) {
        ArrayList<String> one = new ArrayList<>(List.of("one"));
        request.getSession().setAttribute("x", one);
        request.getSession().setAttribute("y", one);
        return request.getSession().getAttribute("x") == request.getSession().getAttribute("y");
    }

    /** A session of a request that is over. */
    private static Object useKept(HttpServletRequest request, HttpServletResponse response) {
        HttpSession kept = (HttpSession) request.getServletContext().getAttribute("kept");
        kept.setAttribute("late", "1");
        return request.getSession().getAttribute("late");
    }
}
