package dev.tenon.sample;

import dev.tenon.validation.Check;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Signs agents in and out. What is wrong with the form Tenon answers by itself, as problem+json with status 422. */
@WebServlet("/api/session")
public final class SignInServlet extends HttpServlet {
    /** The attribute of the session that holds the id of the agent who has signed in. */
    static final String AGENT = "desk.agent";

    private static final long serialVersionUID = 1L;

    /** Says who is signed in; nothing when nobody is. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(AGENT) instanceof String agent) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(agent);
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /** Signs in, under a new session id: one that somebody planted before is worth nothing afterwards. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String agent = checked(request);
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(AGENT, agent);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Signs out; the sockets of all tabs end with the session. */
    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private String checked(HttpServletRequest request) {
        Check check = Check.of(request);
        check.field("agent").trim().isLength(1, 40, "Please enter your agent name");
        check.field("password").isString("Please enter your password").isLength(1, 200, "Please enter your password");
        String agent = (String) check.vals().get("agent");
        String password = (String) check.vals().get("password");
        boolean known = Agents.of(getServletContext()).knows(agent, password);
        check.field("password").check(known, "This is not the password of this agent");
        check.vals();
        return agent;
    }
}
