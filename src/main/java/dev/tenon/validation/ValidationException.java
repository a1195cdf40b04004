package dev.tenon.validation;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values of a client were refused. Where the application does not catch it, the client gets status 422 (RFC 9110, section 15.5.21) with all
 * errors in the member {@code errors} of an RFC 9457 problem. Its message is the messages of all errors.
 */
public final class ValidationException extends TenonException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> errors;

    /**
     * Sets the errors.
     *
     * @throws IllegalArgumentException if there are none
     */
    public ValidationException(List<Violation> errors) {
        super(problem(errors), null);
        this.errors = List.copyOf(errors);
    }

    /** Returns the errors in the order in which the values were asked for or declared; empty after deserialization. */
    public List<Violation> errors() {
        return errors == null ? List.of() : errors;
    }

    private static HttpProblem problem(List<Violation> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("errors is empty: a ValidationException says what is wrong");
        }
        String detail = errors.stream().map(Violation::message).collect(Collectors.joining("; "));
        return HttpProblem.of(422, "Unprocessable Content", detail)
                .with(
                        "errors",
                        errors.stream().map(ValidationException::members).toList());
    }

    private static Map<String, Object> members(Violation error) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("detail", error.message());
        if (error.pointer() == null) {
            members.put("parameter", error.name());
        } else {
            members.put("pointer", fragment(error.pointer()));
        }
        members.put("in", error.in());
        members.put("name", error.name());
        members.put("code", error.code());
        members.put("params", error.params());
        return members;
    }

    /** Returns the pointer as RFC 9457 shows it, in its form as a URI fragment (RFC 6901, section 6). */
    private static String fragment(String pointer) {
        String encoded = URLEncoder.encode(pointer, StandardCharsets.UTF_8);
        return "#" + encoded.replace("+", "%20").replace("%2F", "/").replace("%7E", "~");
    }
}
