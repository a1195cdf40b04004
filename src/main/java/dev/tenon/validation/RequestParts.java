package dev.tenon.validation;

import dev.tenon.kernel.web.FormData;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a form: of one that upload parsed, or that the container parses. */
final class RequestParts {
    private RequestParts() {}

    static Map<String, Object> of(HttpServletRequest request) {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        for (Part part : parts(request)) {
            String file = part.getSubmittedFileName();
            if (file != null && !file.isEmpty()) { // an input in which nothing was chosen sends an empty name
                byName.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                        .add(part);
            }
        }
        Map<String, Object> files = new LinkedHashMap<>();
        byName.forEach((name, all) -> files.put(name, all.size() == 1 ? all.get(0) : List.copyOf(all)));
        return files;
    }

    private static Collection<? extends Part> parts(HttpServletRequest request) {
        String type = request.getContentType();
        if (FormData.of(request).isPresent()) {
            return FormData.of(request).get().files();
        }
        if (type == null || !type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length())) {
            return List.of();
        }
        try {
            return request.getParts();
        } catch (ServletException | IOException e) {
            throw Unreadable.malformed("the form is malformed", e);
        }
    }
}
