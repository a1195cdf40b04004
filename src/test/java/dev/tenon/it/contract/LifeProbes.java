package dev.tenon.it.contract;

import static dev.tenon.it.contract.Probe.thrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which session it is, and how long it lives. */
final class LifeProbes {
    static final Map<String, Probe> ALL = new HashMap<>();

    static {
        ALL.put("begin", (request, response) -> request.getSession().getId());
        ALL.put("has", (request, response) -> request.getSession(false) != null);
        ALL.put("same", (request, response) -> request.getSession() == request.getSession(true));
        ALL.put("asked", LifeProbes::asked);
        ALL.put("encode", (request, response) -> response.encodeURL("a") + " " + response.encodeRedirectURL("b"));
        ALL.put("encodeNew", (request, response) -> {
            request.getSession().setAttribute("a", "1");
            return response.encodeURL("a") + " " + response.encodeRedirectURL("b");
        });
        ALL.put("late", LifeProbes::late);
        ALL.put("isNew", (request, response) -> request.getSession().isNew());
        ALL.put("afterEnd", LifeProbes::afterEnd);
        ALL.put("nextAfterEnd", LifeProbes::nextAfterEnd);
        ALL.put("end", (request, response) -> {
            request.getSession().invalidate();
            return "";
        });
        ALL.put("created", (request, response) -> request.getSession().getCreationTime());
        ALL.put("accessed", (request, response) -> request.getSession().getLastAccessedTime());
        ALL.put(
                "firstTimes",
                (request, response) -> request.getSession().getLastAccessedTime()
                        == request.getSession().getCreationTime());
        ALL.put("now", (request, response) -> {
            request.getSession();
            return System.currentTimeMillis();
        });
        ALL.put("context", LifeProbes::context);
        ALL.put("interval", (request, response) -> request.getSession().getMaxInactiveInterval());
        ALL.put("setInterval", (request, response) -> {
            request.getSession().setMaxInactiveInterval(Integer.parseInt(request.getParameter("seconds")));
            return "";
        });
        ALL.put("outlive", LifeProbes::outlive);
        ALL.put("changeId", (request, response) -> request.changeSessionId());
        ALL.put("login", LifeProbes::login);
        ALL.put("cookieConfig", LifeProbes::cookieConfig);
        ALL.put(
                "sameSite",
                (request, response) -> String.valueOf(
                        request.getServletContext().getSessionCookieConfig().getAttribute("SameSite")));
        ALL.put("tracking", LifeProbes::tracking);
        ALL.put("accessor", LifeProbes::accessor);
    }

    private LifeProbes() {}

    private static Object login(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String before = request.getSession().getId();
        request.login(request.getParameter("user"), request.getParameter("password"));
        return request.getUserPrincipal().getName() + " "
                + !request.getSession().getId().equals(before);
    }

    private static Object asked(HttpServletRequest request, HttpServletResponse response) {
        return request.getRequestedSessionId() + " " + request.isRequestedSessionIdValid() + " "
                + request.isRequestedSessionIdFromCookie() + " " + request.isRequestedSessionIdFromURL();
    }

    private static Object late(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.flushBuffer();
        return thrownBy(request::getSession);
    }

    /** Everything that an ended session is asked. */
    private static Object afterEnd(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        String id = session.getId();
        session.setAttribute("a", "1");
        session.invalidate();
        List<String> thrown = Arrays.asList(
                thrownBy(session::isNew),
                thrownBy(session::getCreationTime),
                thrownBy(session::getLastAccessedTime),
                thrownBy(() -> session.getAttribute("a")),
                thrownBy(session::getAttributeNames),
                thrownBy(() -> session.setAttribute("a", "2")),
                thrownBy(() -> session.removeAttribute("a")),
                thrownBy(session::invalidate));
        boolean all = thrown.stream().allMatch("IllegalStateException"::equals);
        return all + " " + session.getId().equals(id) + " " + (session.getServletContext() != null) + " "
                + thrownBy(() -> session.setMaxInactiveInterval(5));
    }

    private static Object nextAfterEnd(HttpServletRequest request, HttpServletResponse response) {
        String old = request.getSession().getId();
        request.getSession().invalidate();
        boolean none = request.getSession(false) == null;
        return none + " " + !request.getSession().getId().equals(old);
    }

    private static Object context(HttpServletRequest request, HttpServletResponse response) {
        return request.getSession().getServletContext() == request.getServletContext();
    }

    /** The session expires while the request has it. */
    private static Object outlive(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HttpSession session = request.getSession();
        session.setAttribute("a", "1");
        session.setMaxInactiveInterval(1);
        Thread.sleep(2_500);
        return session.getAttribute("a") + " " + thrownBy(session::getCreationTime);
    }

    private static Object cookieConfig(HttpServletRequest request, HttpServletResponse response) {
        return thrownBy(
                () -> request.getServletContext().getSessionCookieConfig().setName("late"));
    }

    private static Object tracking(HttpServletRequest request, HttpServletResponse response) {
        return request.getServletContext().getEffectiveSessionTrackingModes();
    }

    /** Servlet 6.1 has it; what it returns by default is null. */
    private static Object accessor(HttpServletRequest request, HttpServletResponse response) throws Exception {
        try {
            Object accessor = HttpSession.class.getMethod("getAccessor").invoke(request.getSession());
            return accessor == null ? "none" : accessor;
        } catch (NoSuchMethodException of60) {
            return "none";
        }
    }
}
