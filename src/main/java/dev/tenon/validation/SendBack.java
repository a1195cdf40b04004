package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a check leaves in its request for the answer to a browser. */
final class SendBack {
    /** The attribute with the application's choice of a page. */
    static final String PAGE = "dev.tenon.validation.page";

    private static final String SECRETS = "dev.tenon.validation.secrets";

    private SendBack() {}

    /** Notes a name whose value is not kept. */
    static void hide(HttpServletRequest request, String name) {
        Set<String> names = new LinkedHashSet<>(secrets(request));
        names.add(name);
        request.setAttribute(SECRETS, names);
    }

    @SuppressWarnings("unchecked") // the attribute is set here
    static Set<String> secrets(HttpServletRequest request) {
        Object names = request.getAttribute(SECRETS);
        return names == null ? Set.of() : (Set<String>) names;
    }
}
