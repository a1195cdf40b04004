package dev.tenon.validation;

import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks and cleans what a request brings, one {@link Field} at a time, and collects every error:
 *
 * <pre>{@code
 * Check check = Check.of(request);
 * check.field("uname").trim().isLength(6, 20, "请填写用户名");
 * check.query("page").defaultTo(1).toInt();
 * Map<String, Object> vals = check.vals();
 * }</pre>
 *
 * The body is a form, a form that was uploaded (parse it first), or JSON of at most 1 MiB; it is read when the first field of it is asked
 * for. Text is UTF-8 unless the client says otherwise, so ask before anybody else reads parameters. Not thread-safe.
 */
public final class Check {
    static final String BODY = "body";
    static final String QUERY = "query";

    private final HttpServletRequest request;
    private final Map<List<String>, Field> fields = new LinkedHashMap<>();
    private Map<String, Object> query;
    private Map<String, Object> body;

    private Check(HttpServletRequest request) {
        this.request = request;
    }

    /** Returns a new check of the request. Nothing is read yet. */
    public static Check of(HttpServletRequest request) {
        return new Check(Objects.requireNonNull(request, "request"));
    }

    /**
     * Returns the field of the body; the same one when asked again.
     *
     * @throws dev.tenon.kernel.TenonException if the body cannot be read at all: malformed (400) or too large (413)
     */
    public Field body(String name) {
        return field(BODY, name, bodyValues());
    }

    /**
     * Returns the field of the query string; the same one when asked again.
     *
     * @throws dev.tenon.kernel.TenonException if the query string is malformed (400)
     */
    public Field query(String name) {
        return field(QUERY, name, queryValues());
    }

    /**
     * Returns the field of the body or, where the body has none of this name, of the query string.
     *
     * @throws dev.tenon.kernel.TenonException if body or query string cannot be read at all: malformed (400) or too large (413)
     */
    public Field field(String name) {
        if (bodyValues().containsKey(name)) {
            return body(name);
        }
        boolean bodyless = request.getContentType() == null;
        return bodyless || queryValues().containsKey(name) ? query(name) : body(name);
    }

    /** Returns the errors so far, in the order in which the fields were first asked for; empty when there are none. */
    public List<Violation> errors() {
        return fields.values().stream()
                .map(Field::violation)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Returns the values that were asked for and are present, by name. Where a name was asked for in body and query, the last one stands
     * here; {@link Field#val()} has both.
     *
     * @return an unmodifiable copy
     * @throws ValidationException if anything was refused, with all errors; what an upload stored for this request is deleted then
     */
    public Map<String, Object> vals() {
        if (!errors().isEmpty()) {
            throw refusal();
        }
        Map<String, Object> vals = new LinkedHashMap<>();
        fields.values().stream().filter(Field::isPresent).forEach(field -> vals.put(field.name(), field.val()));
        return Collections.unmodifiableMap(vals);
    }

    ValidationException refusal() {
        FormData.of(request).ifPresent(FormData::discard);
        return new ValidationException(errors());
    }

    private Field field(String in, String name, Map<String, Object> source) {
        Objects.requireNonNull(name, "name");
        return fields.computeIfAbsent(List.of(in, name), key -> new Field(this, in, name, source));
    }

    private Map<String, Object> queryValues() {
        if (query == null) {
            query = Values.of(QueryString.of(request));
        }
        return query;
    }

    private Map<String, Object> bodyValues() {
        if (body == null) {
            body = RequestBody.of(request);
        }
        return body;
    }
}
