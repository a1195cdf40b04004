package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths with names in braces. */
final class PathTemplate {
    private PathTemplate() {}

    /** Returns what stands in the path for each name; nothing where the path is another one. */
    static Map<String, String> match(String template, HttpServletRequest request) {
        String info = request.getPathInfo();
        String[] path = (request.getServletPath() + (info == null ? "" : info)).split("/", -1);
        String[] parts = template.split("/", -1);
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            boolean named = parts[i].startsWith("{") && parts[i].endsWith("}");
            if (path.length != parts.length || (!named && !parts[i].equals(path[i]))) {
                return Map.of();
            }
            if (named) {
                found.put(parts[i].substring(1, parts[i].length() - 1), path[i]);
            }
        }
        return found;
    }

    /** Returns one value for each name. */
    static Map<String, Object> first(Map<String, ?> params) {
        Map<String, Object> all = new LinkedHashMap<>();
        params.forEach((name, value) -> {
            if (!(value instanceof List<?> list)) {
                all.put(name, value);
            } else if (!list.isEmpty()) {
                all.put(name, list.get(0));
            }
        });
        return all;
    }
}
