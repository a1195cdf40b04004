package dev.tenon.validation;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as a container shows them, as far as validation looks. */
final class Requests {
    private final Map<String, Object> attributes = new HashMap<>();
    private final String type;
    private final byte[] body;
    private final String query;
    private final Map<String, String[]> parameters;
    private String method = "POST";
    private List<Part> parts = List.of();

    private Requests(String type, byte[] body, String query, Map<String, String[]> parameters) {
        this.parameters = parameters;
        this.type = type;
        this.body = body;
        this.query = query;
    }

    static HttpServletRequest json(String text) {
        return of("application/json", text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** Returns a request with this form, which the container has read. */
    static HttpServletRequest form(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        QueryString.parse(text, fields, Integer.MAX_VALUE);
        Map<String, String[]> parameters = new LinkedHashMap<>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return of("application/x-www-form-urlencoded", new byte[0], null, parameters);
    }

    static HttpServletRequest of(String type, byte[] body, String query) {
        return of(type, body, query, Map.of());
    }

    /** Returns a request with a form of which the container has read the query alone, as of a PUT. */
    static HttpServletRequest unread(String method, byte[] form, String query) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        if (query != null) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            QueryString.parse(query, fields, Integer.MAX_VALUE);
            fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        }
        Requests state = new Requests("application/x-www-form-urlencoded; charset=UTF-8", form, query, parameters);
        state.method = method;
        return state.request();
    }

    static HttpServletRequest upload(List<Part> parts) {
        Requests state = new Requests("multipart/form-data; boundary=x", new byte[0], null, Map.of());
        state.parts = parts;
        return state.request();
    }

    private static HttpServletRequest of(String type, byte[] body, String query, Map<String, String[]> parameters) {
        return new Requests(type, body, query, parameters).request();
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> answer(method, args));
    }

    private Object answer(Method called, Object[] args) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getParts" -> parts;
            case "getContentType" -> type;
            case "getContentLengthLong" -> -1L;
            case "getInputStream" -> new Bytes(body);
            case "getQueryString" -> query;
            case "getServletContext", "getHeader" -> null;
            case "getAttribute" -> attributes.get(args[0]);
            case "setAttribute" -> attributes.put((String) args[0], args[1]);
            case "getCharacterEncoding" -> "UTF-8";
            case "getParameterMap" -> parameters;
            default -> throw new UnsupportedOperationException(called.getName());
        };
    }

    /** A body in memory. */
    private static final class Bytes extends ServletInputStream {
        private final InputStream bytes;

        Bytes(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
