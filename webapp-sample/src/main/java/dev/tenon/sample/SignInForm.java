package dev.tenon.sample;

import dev.tenon.validation.Check;
import jakarta.servlet.http.HttpServletRequest;

/** What the form of agents must hold. Its tips are keys of {@code ValidationMessages}: people read them in the language of their browser. */
final class SignInForm {
    private SignInForm() {}

    /** Returns the check of the form, with what can be said while it is being filled in. */
    static Check check(HttpServletRequest request) {
        Check check = Check.of(request);
        check.field("agent").trim().isLength(1, 40, "{desk.agent}");
        check.field("password").isString("{desk.password}").isLength(1, 200, "{desk.password}");
        return check;
    }

    /** Returns the agent whose password it is; else Tenon answers 422 with what is wrong. */
    static String agent(Check check, Agents agents) {
        String agent = (String) check.vals().get("agent");
        String password = (String) check.vals().get("password");
        check.field("password").check(agents.knows(agent, password), "{desk.wrongPassword}");
        check.vals();
        return agent;
    }
}
