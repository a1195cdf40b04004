package dev.tenon.kernel;

import dev.tenon.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A problem as RFC 9457 describes it: what an HTTP client is told when a request is refused. Immutable.
 *
 * @param status the HTTP status code, 400 to 599
 * @param title one short sentence, the same for every occurrence of the problem
 * @param detail what went wrong this time; may be null
 * @param extensions further members in the order in which they are written; never null
 */
public record HttpProblem(int status, String title, String detail, Map<String, Object> extensions) {
    /** The media type of {@link #toJson()}: {@value}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * Returns the problem with a copy of its extensions.
     *
     * @throws IllegalArgumentException if the status is not an error's
     */
    public HttpProblem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status " + status + " is not an error: 400 to 599 are");
        }
        Objects.requireNonNull(title, "title");
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /**
     * Returns a problem without extensions.
     *
     * @param detail what went wrong this time; may be null
     */
    public static HttpProblem of(int status, String title, String detail) {
        return new HttpProblem(status, title, detail, Map.of());
    }

    /** Returns this problem with one more extension member, such as {@code code} or {@code errors}. */
    public HttpProblem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new HttpProblem(status, title, detail, more);
    }

    /** Returns the problem as {@value #MEDIA_TYPE} text. */
    public String toJson() {
        return Json.write(members());
    }

    /** Returns the members of the problem in the order in which they are written. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        if (detail != null) {
            members.put("detail", detail);
        }
        members.putAll(extensions);
        return members;
    }
}
