package dev.tenon.sample;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Says what is wrong with the form of agents while it is being filled in, by the rules that signing in has; 422, or 204 if nothing is. */
@WebServlet("/api/session/check")
public final class SignInCheckServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        SignInForm.check(request).vals();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
