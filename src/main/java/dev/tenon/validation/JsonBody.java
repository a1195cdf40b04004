package dev.tenon.validation;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import dev.tenon.json.JsonLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;

/** A JSON object (RFC 8259) as body. It is UTF-8, of bounded size and depth, and says each key once: readers disagree about the others. */
final class JsonBody {
    /** Where the body stands once it is read, for a second check of the same request. */
    private static final String ATTRIBUTE = "dev.tenon.validation.json";

    private JsonBody() {}

    /** Returns whether the request says that its body is JSON: {@code application/json} or a type that ends in {@code +json}. */
    static boolean isIn(HttpServletRequest request) {
        String header = request.getContentType();
        if (header == null) {
            return false;
        }
        String type = header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** Returns the members; none of an empty body. */
    @SuppressWarnings("unchecked") // the attribute is set here
    static Map<String, Object> of(HttpServletRequest request, ValidationOptions options) {
        Object known = request.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = parse(BodyBytes.read(request, options.maxBody()), limits(options));
            request.setAttribute(ATTRIBUTE, known);
        }
        return (Map<String, Object>) known;
    }

    private static JsonLimits limits(ValidationOptions options) {
        return JsonLimits.DEFAULT
                .withDuplicateKeys(options.duplicateKeys())
                .withMaxDepth(options.maxDepth())
                .withMaxStringLength(options.maxText())
                .withMaxSize(options.maxKeys(), options.maxItems());
    }

    private static Object parse(byte[] bytes, JsonLimits limits) {
        if (bytes.length == 0) {
            return Map.of();
        }
        try {
            if (Json.parse(PercentCode.utf8(bytes), limits) instanceof Map<?, ?> members) {
                return members;
            }
        } catch (JsonException e) {
            throw Unreadable.malformed("the body is not the JSON that is expected", e);
        }
        throw Unreadable.malformed("the body is JSON, but no object", null);
    }
}
