package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What nobody but its owner may read: the places of a request that an application marked, and names that say so themselves. */
final class Secrets {
    private static final String ATTRIBUTE = "dev.tenon.validation.secrets";

    private static final Pattern NAMES = Pattern.compile(
            "passw|passphrase|pwd|kennwort|passcode|secret|token|api.?key|credential|csrf|cvv|cvc|card.?n|iban|\\bpin\\b|\\bssn\\b|\\botp\\b|密码|口令",
            Pattern.CASE_INSENSITIVE);

    private final List<List<Object>> places = new ArrayList<>();

    private Secrets() {}

    /**
     * Returns those of the request, for all checks of it and for the answer.
     *
     * @param request null for a body that came another way
     */
    static Secrets of(HttpServletRequest request) {
        Object known = request == null ? null : request.getAttribute(ATTRIBUTE);
        if (known != null) {
            return (Secrets) known;
        }
        Secrets secrets = new Secrets();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, secrets);
        }
        return secrets;
    }

    /** Returns whether the name says it. */
    static boolean isSecret(String name) {
        return NAMES.matcher(name).find();
    }

    /** Marks a place and all that is inside it; a wildcard stands for every step. */
    void add(List<Object> place) {
        places.add(place);
    }

    boolean has(String name, List<Object> place) {
        return isSecret(name) || places.stream().anyMatch(secret -> leadsTo(secret, place));
    }

    private static boolean leadsTo(List<Object> secret, List<Object> place) {
        for (int i = 0; i < secret.size(); i++) {
            Object step = secret.get(i);
            boolean each = step.equals(FieldName.EACH);
            if (i >= place.size()
                    || !(each || step.toString().equals(place.get(i).toString()))) {
                return false;
            }
        }
        return true;
    }
}
