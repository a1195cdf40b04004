package dev.tenon.validation;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Headers and cookies. */
final class RequestHeaders {
    private RequestHeaders() {}

    /** Returns the headers, in whatever case of letters they are asked for. */
    static Map<String, Object> of(HttpServletRequest request, ValidationOptions options) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            texts.put(name, Collections.list(request.getHeaders(name)));
        }
        Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Values.of(texts, options));
        return headers;
    }

    static Map<String, Object> cookies(HttpServletRequest request, ValidationOptions options) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                texts.computeIfAbsent(cookie.getName(), name -> new ArrayList<>())
                        .add(cookie.getValue());
            }
        }
        return Values.of(texts, options);
    }
}
