package dev.tenon.kernel.web;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.Meters;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;

/** Finds the meters of an application for those who have no more than a request. */
public final class AppMeters {
    private AppMeters() {}

    /** Returns the meters of the application; where Tenon was not started, ones that nobody sees. */
    public static Meters of(ServletContext context) {
        return context.getAttribute(Meters.class.getName()) instanceof Meters meters ? meters : new Meters();
    }

    /** Counts a refusal by its code, or one for each of its errors that have codes; by its status where nothing has a code. */
    public static void countRefusal(ServletContext context, HttpProblem problem) {
        countRefusal(of(context), problem);
    }

    /** Counts a refusal that no servlet request brought, in the same way. */
    public static void countRefusal(Meters meters, HttpProblem problem) {
        if (problem.extensions().get("errors") instanceof List<?> errors && !errors.isEmpty()) {
            errors.forEach(error -> count(meters, error instanceof Map<?, ?> members ? members.get("code") : null));
        } else {
            Object code = problem.extensions().get("code");
            count(meters, code == null ? problem.status() : code);
        }
    }

    private static void count(Meters meters, Object code) {
        meters.counter("problem.refused", String.valueOf(code), "refusals by code: what clients were told")
                .increment();
    }
}
