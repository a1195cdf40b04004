package dev.tenon.sample;

import dev.tenon.validation.Check;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;

/** Signs agents in and out. What is wrong with the form Tenon answers by itself, as problem+json with status 422. */
@WebServlet("/api/session")
public final class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Says who is signed in; nothing when nobody is. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<String> agent = Visitor.agent(request.getSession(false));
        if (agent.isPresent()) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(agent.get());
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /** Signs in, under a new session id: one that somebody planted before is worth nothing afterwards. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Check form = SignInForm.check(request);
        if (form.dryRun(response)) {
            return; // somebody is still typing
        }
        Agents staff = DeskRooms.of(getServletContext()).desk().staff();
        String agent = SignInForm.agent(form, staff);
        request.getSession();
        request.changeSessionId();
        Visitor.signIn(request.getSession(), agent);
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
}
