package dev.tenon.validation;

import dev.tenon.kernel.TenonException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form. The container reads them (other filters want them, too), after the values of the query (Servlet 6.0, section 3.1). */
final class FormBody {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private FormBody() {}

    static Map<String, List<String>> of(HttpServletRequest request, ValidationOptions options) {
        if (request.getContentLengthLong() > options.maxBody() && isEncoded(request)) {
            throw Unreadable.tooLarge(options.maxBody());
        }
        Map<String, List<String>> query = QueryString.of(request, options);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parameters(request).forEach((name, values) -> {
            int before = query.getOrDefault(name, List.of()).size();
            fields.put(name, List.of(values).subList(Math.min(before, values.length), values.length));
        });
        return fields;
    }

    /** A form with files is bounded by whoever parses it. */
    private static boolean isEncoded(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        speakUtf8(request);
        Map<String, String[]> parameters = parse(request);
        // Tomcat 10.1 leaves out what it cannot read, and everything beyond its limits, and says so only here.
        if (request.getAttribute("org.apache.catalina.parameter_parse_failed") != null) {
            throw Unreadable.malformed("the form is malformed or too large", null);
        }
        return parameters;
    }

    private static Map<String, String[]> parse(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (TenonException e) {
            throw e;
        } catch (RuntimeException e) { // Jetty's BadMessageException, Tomcat 11's InvalidParameterException
            throw Unreadable.malformed("the form is malformed or too large", e);
        }
    }

    /** Where the client names no encoding, Tomcat, Payara and others would read ISO-8859-1. */
    private static void speakUtf8(HttpServletRequest request) {
        try {
            if (request.getCharacterEncoding() == null) {
                request.setCharacterEncoding("UTF-8");
            }
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError("every Java knows UTF-8", e);
        }
    }
}
