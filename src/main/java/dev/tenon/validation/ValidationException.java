package dev.tenon.validation;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values of a client were refused. Where the application does not catch it, the client gets status 422 (RFC 9110, section 15.5.21) with all
 * errors in the member {@code errors} of an RFC 9457 problem. Its message is the messages of all errors.
 */
public final class ValidationException extends TenonException {
    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> TITLES =
            Map.of(400, "Bad Request", 409, "Conflict", 422, "Unprocessable Content");

    private final transient List<Violation> errors;
    private final transient Function<List<Locale>, List<Violation>> translation;

    /**
     * Sets the errors.
     *
     * @throws IllegalArgumentException if there are none
     */
    public ValidationException(List<Violation> errors) {
        this(errors, 422, null);
    }

    /**
     * Sets errors that can be told in other languages, too, once it is known who reads them.
     *
     * @param status of the answer, 400 to 499
     * @param translation returns the same errors in the first of the languages that it knows; null if there is none
     * @throws IllegalArgumentException if there are no errors
     */
    public ValidationException(
            List<Violation> errors, int status, Function<List<Locale>, List<Violation>> translation) {
        super(problem(errors, status), null);
        this.errors = List.copyOf(errors);
        this.translation = translation;
    }

    /** Returns the errors in the order in which the values were asked for or declared; empty after deserialization. */
    public List<Violation> errors() {
        return errors == null ? List.of() : errors;
    }

    /** Returns the exception of a check, with no more errors than the options allow. */
    static ValidationException of(List<Violation> errors, ValidationOptions options) {
        List<Violation> told = errors.size() > options.maxErrors() ? errors.subList(0, options.maxErrors()) : errors;
        return new ValidationException(told, options.status(), null);
    }

    private static HttpProblem problem(List<Violation> errors, int status) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("errors is empty: a ValidationException says what is wrong");
        }
        String detail = errors.stream().map(Violation::message).collect(Collectors.joining("; "));
        return HttpProblem.of(status, TITLES.getOrDefault(status, "Bad Request"), detail)
                .with(
                        "errors",
                        errors.stream().map(ValidationException::members).toList());
    }

    /** Returns the errors in a language that the client reads, where there are several; otherwise {@link #errors()}. */
    public List<Violation> errors(List<Locale> languages) {
        return translation == null || languages.isEmpty() ? errors() : translation.apply(languages);
    }

    @Override
    public HttpProblem problem(List<Locale> languages) {
        return translation == null
                ? problem()
                : problem(errors(languages), problem().status());
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
        error.rejected().ifPresent(value -> members.put("value", value));
        return members;
    }

    /** Returns the pointer as RFC 9457 shows it, in its form as a URI fragment (RFC 6901, section 6). */
    private static String fragment(String pointer) {
        String encoded = URLEncoder.encode(pointer, StandardCharsets.UTF_8);
        return "#" + encoded.replace("+", "%20").replace("%2F", "/").replace("%7E", "~");
    }
}
