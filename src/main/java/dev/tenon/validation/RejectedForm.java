package dev.tenon.validation;

import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes down what is kept of a form: bounded, and nothing that is secret. */
final class RejectedForm {
    private static final int MAX_MESSAGES = 50;
    private static final int MAX_FIELDS = 100;
    private static final int MAX_CHARACTERS = 16_384;

    private final Map<String, List<String>> input = new HashMap<>();
    private int left = MAX_CHARACTERS;

    private RejectedForm() {}

    static Rejection of(HttpServletRequest request, List<Violation> errors) {
        RejectedForm form = new RejectedForm();
        Set<String> secrets = SendBack.secrets(request);
        fields(request).forEach((name, values) -> {
            if (!secrets.contains(name) && !SecretNames.isSecret(name)) {
                form.keep(name, values);
            }
        });
        List<List<String>> messages = new ArrayList<>();
        errors.stream()
                .limit(MAX_MESSAGES)
                .forEach(error -> messages.add(new ArrayList<>(List.of(error.name(), error.message()))));
        return new Rejection(messages, form.input);
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        return FormData.of(request).isPresent()
                ? FormData.of(request).get().fields()
                : FormBody.of(request, ValidationOptions.of(request.getServletContext()));
    }

    /** Keeps all texts of a name, or none. */
    private void keep(String name, List<String> texts) {
        int size = name.length();
        for (String value : texts) {
            size += value.length();
        }
        if (!texts.isEmpty() && size <= left && input.size() < MAX_FIELDS) {
            left -= size;
            input.put(name, new ArrayList<>(texts));
        }
    }
}
