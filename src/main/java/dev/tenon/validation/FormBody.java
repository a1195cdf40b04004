package dev.tenon.validation;

import dev.tenon.kernel.TenonException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a form. The container reads them (other filters want them, too), after the values of the query (Servlet 6.0, section 3.1). It need
 * not read those of another method than POST: Jetty reads a PUT, Tomcat neither that nor a PATCH. What it left is read here.
 */
final class FormBody {
    private static final String TYPE = "application/x-www-form-urlencoded";

    /** Where the fields stand that were read here, for a second check of the same request. */
    private static final String ATTRIBUTE = "dev.tenon.validation.form";

    private FormBody() {}

    static Map<String, List<String>> of(HttpServletRequest request, ValidationOptions options) {
        boolean encoded = isEncoded(request);
        if (request.getContentLengthLong() > options.maxBody() && encoded) {
            throw Unreadable.tooLarge(options.maxBody());
        }
        Map<String, List<String>> query = QueryString.of(request, options);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parameters(request).forEach((name, values) -> {
            int before = query.getOrDefault(name, List.of()).size();
            if (values.length > before) {
                fields.put(name, List.of(values).subList(before, values.length));
            }
        });
        boolean unread = fields.isEmpty() && encoded && !"POST".equals(request.getMethod());
        return unread ? left(request, options) : fields;
    }

    @SuppressWarnings("unchecked") // the attribute is set here
    private static Map<String, List<String>> left(HttpServletRequest request, ValidationOptions options) {
        Object known = request.getAttribute(ATTRIBUTE);
        if (known == null) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            QueryString.parse(text(request, options.maxBody()), fields, options.maxKeys());
            request.setAttribute(ATTRIBUTE, fields);
            known = fields;
        }
        return (Map<String, List<String>>) known;
    }

    private static String text(HttpServletRequest request, int max) {
        try {
            return PercentCode.utf8(BodyBytes.read(request, max));
        } catch (IllegalStateException e) { // somebody has its reader
            return "";
        }
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
