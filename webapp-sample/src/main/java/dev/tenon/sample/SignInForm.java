package dev.tenon.sample;

import dev.tenon.validation.Check;
import jakarta.servlet.http.HttpServletRequest;

/** What the form of agents must hold. Its tips are English; the pages say them in the language of the browser, by name and code. */
final class SignInForm {
    private SignInForm() {}

    /** Returns the check of the form, with what can be said while it is being filled in. */
    static Check check(HttpServletRequest request) {
        Check check = Check.of(request);
        check.field("agent").trim().isLength(1, 40, "Please enter your agent name");
        check.field("password").isString("Please enter your password").isLength(1, 200, "Please enter your password");
        return check;
    }

    /** Returns the agent whose password it is; else Tenon answers 422 with what is wrong. */
    static String agent(HttpServletRequest request, Agents agents) {
        Check check = check(request);
        String agent = (String) check.vals().get("agent");
        String password = (String) check.vals().get("password");
        check.field("password").check(agents.knows(agent, password), "This is not the password of this agent");
        check.vals();
        return agent;
    }
}
