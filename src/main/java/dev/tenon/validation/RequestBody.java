package dev.tenon.validation;

import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** The named values of a body: of an upload, of JSON, of a form. */
final class RequestBody {
    private RequestBody() {}

    static Map<String, Object> of(HttpServletRequest request, ValidationOptions options) {
        Optional<FormData> upload = FormData.of(request);
        if (upload.isPresent()) {
            return Values.of(upload.get().fields(), options);
        }
        if (JsonBody.isIn(request)) {
            return JsonBody.of(request, options);
        }
        return Values.of(FormBody.of(request, options), options);
    }
}
