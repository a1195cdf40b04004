package dev.tenon.validation;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Questions of a page about single fields, which change nothing. */
final class DryRun {
    private static final String HEADER = "Validate-Only";

    private DryRun() {}

    static boolean answer(
            HttpServletRequest request,
            HttpServletResponse response,
            ValidationOptions options,
            Supplier<List<Violation>> errors)
            throws IOException {
        String header = request == null ? null : request.getHeader(HEADER);
        if (header == null) {
            return false;
        }
        List<String> names = Arrays.stream(header.split(",")).map(String::strip).toList();
        List<Violation> wrong = errors.get().stream()
                .filter(error -> names.stream().anyMatch(name -> FieldName.isWithin(error.name(), name)))
                .toList();
        FormData.of(request).ifPresent(FormData::discard);
        write(response, wrong, options);
        return true;
    }

    private static void write(HttpServletResponse response, List<Violation> wrong, ValidationOptions options)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", HEADER);
        if (wrong.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        HttpProblem problem = ValidationException.of(wrong, options).problem();
        response.setStatus(problem.status());
        response.setContentType(HttpProblem.MEDIA_TYPE);
        response.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
