package dev.tenon.validation;

import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes down what is kept of a form: bounded, and nothing that is secret. */
final class RejectedForm {
    private static final int MAX_MESSAGES = 50;
    private static final int MAX_FIELDS = 100;
    private static final int MAX_CHARACTERS = 16_384;

    private final List<List<String>> messages = new ArrayList<>();
    private final Map<String, List<String>> input = new HashMap<>();
    private int left = MAX_CHARACTERS;

    private RejectedForm() {}

    static Rejection of(HttpServletRequest request, List<Violation> errors) {
        RejectedForm form = new RejectedForm();
        errors.stream().limit(MAX_MESSAGES).forEach(form::keep);
        Secrets secrets = Secrets.of(request);
        fields(request).forEach((name, values) -> {
            if (!secrets.has(name, Nesting.place(name))) {
                form.keep(name, values);
            }
        });
        return new Rejection(form.messages, form.input);
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        return FormData.of(request).isPresent()
                ? FormData.of(request).get().fields()
                : FormBody.of(request, ValidationOptions.of(request.getServletContext()));
    }

    /** The name of what nobody asked for is the client's. */
    private void keep(Violation error) {
        if (takes(error.name().length() + error.message().length())) {
            messages.add(new ArrayList<>(List.of(error.name(), error.message())));
        }
    }

    /** Keeps all texts of a name, or none. */
    private void keep(String name, List<String> texts) {
        int size = name.length() + texts.stream().mapToInt(String::length).sum();
        if (!texts.isEmpty() && input.size() < MAX_FIELDS && takes(size)) {
            input.put(name, new ArrayList<>(texts));
        }
    }

    private boolean takes(int characters) {
        boolean fits = characters <= left;
        left -= fits ? characters : 0;
        return fits;
    }
}
