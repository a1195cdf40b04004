package dev.tenon.validation;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code application/x-www-form-urlencoded} text (WHATWG URL, section 5.1), always as UTF-8, refusing what is not well encoded. */
final class QueryString {
    private QueryString() {}

    /** Returns the query of the request; the values of a forward or an include come before the original ones (Servlet 6.0, section 9.1.1). */
    static Map<String, List<String>> of(HttpServletRequest request, ValidationOptions options) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Stream.of(
                        request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING),
                        request.getQueryString(),
                        request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(query -> parse(query.toString(), values, options.maxKeys()));
        return values;
    }

    static void parse(String query, Map<String, List<String>> values, int maxKeys) {
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                if (values.size() > maxKeys) {
                    throw Unreadable.malformed("there are more than " + maxKeys + " names", null);
                }
                values.computeIfAbsent(PercentCode.decode(name), key -> new ArrayList<>())
                        .add(PercentCode.decode(value));
            }
        }
    }
}
