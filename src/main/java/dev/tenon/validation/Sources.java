package dev.tenon.validation;

import dev.tenon.kernel.web.Languages;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The sources of one request, or of a body that came another way; each is read when it is asked for. */
final class Sources {
    private final HttpServletRequest request;
    private final ValidationOptions options;
    private final Source body;
    private Source query;
    private Source path;
    private Source header;
    private Source cookie;
    private Source part;
    private Secrets secrets;

    private Sources(HttpServletRequest request, ValidationOptions options, Source body) {
        this.request = request;
        this.options = options;
        this.body = body;
    }

    static Sources of(HttpServletRequest request, ValidationOptions options) {
        boolean textual = !JsonBody.isIn(request);
        return new Sources(request, options, new Source("body", textual, () -> RequestBody.of(request, options)));
    }

    @SuppressWarnings("unchecked") // nothing is put into it
    static Sources of(Map<String, ?> body, ValidationOptions options) {
        return new Sources(null, options, new Source("body", false, () -> (Map<String, Object>) body));
    }

    /** Returns null where there is none. */
    HttpServletRequest request() {
        return request;
    }

    List<Locale> languages() {
        return request == null ? List.of() : Languages.of(request);
    }

    BeanRules beanRules() {
        ServletContext context = request == null ? null : request.getServletContext();
        return Current.rules(context);
    }

    Source body() {
        return body;
    }

    Source query() {
        if (query == null) {
            query = textual("query", () -> Values.of(QueryString.of(request, options), options));
        }
        return query;
    }

    Source path() {
        if (path == null) {
            path = new Source("path", true, Map::of);
        }
        return path;
    }

    Source header() {
        if (header == null) {
            header = textual("header", () -> RequestHeaders.of(request, options));
        }
        return header;
    }

    Source cookie() {
        if (cookie == null) {
            cookie = textual("cookie", () -> RequestHeaders.cookies(request, options));
        }
        return cookie;
    }

    Source part() {
        if (part == null) {
            part = textual("part", () -> RequestParts.of(request));
        }
        return part;
    }

    /** Returns the body, the path or the query, whichever has the name first; the body where none has it but a body may be. */
    Source any(String name) {
        if (request == null || FieldSearch.leads(body, name)) {
            return body;
        }
        if (path().find(name) != Source.ABSENT) {
            return path();
        }
        boolean bodyless = request.getContentType() == null;
        return bodyless || FieldSearch.leads(query(), name) ? query() : body;
    }

    void params(Map<String, ?> params) {
        path = new Source("path", true, () -> PathTemplate.first(params));
    }

    void path(String template) {
        params(PathTemplate.match(template, request));
    }

    void remember(String attribute, Object value) {
        if (request != null) {
            request.setAttribute(attribute, value);
        }
    }

    Secrets secrets() {
        if (secrets == null) {
            secrets = Secrets.of(request);
        }
        return secrets;
    }

    private Source textual(String in, Supplier<Map<String, Object>> load) {
        return new Source(in, true, request == null ? Map::of : load);
    }
}
