package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.TenonException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What containers make of forms, as fakes that record. */
class FormBodyTest {
    private final List<Object> told = new ArrayList<>();
    private String charset;
    private Object failure;
    private RuntimeException thrown;

    @Test
    void payara_readsLatin1_unlessToldBefore() {
        read();
        assertEquals(List.of("UTF-8", "read"), told);
    }

    @Test
    void charset_ofTheClient_isKept() {
        charset = "ISO-8859-1";
        read();
        assertEquals(List.of("read"), told);
    }

    @Test
    void tomcat10_leavesOutWhatItCannotRead_andSaysSoInAnAttribute() {
        failure = "URL_DECODING";
        assertEquals(400, refused());
    }

    @Test
    void jetty_throwsWhereItCannotRead() {
        thrown = new IllegalArgumentException("Not valid encoding '%zz'");
        assertEquals(400, refused());
    }

    private int refused() {
        return assertThrows(TenonException.class, this::read).problem().status();
    }

    private Map<String, List<String>> read() {
        return FormBody.of(request(), ValidationOptions.builder().build());
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FormBodyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentLengthLong" -> 3L;
                    case "getCharacterEncoding" -> charset;
                    case "setCharacterEncoding" -> told.add(arguments[0]);
                    case "getParameterMap" -> parameters();
                    case "getAttribute" ->
                        arguments[0].equals("org.apache.catalina.parameter_parse_failed") ? failure : null;
                    default -> null;
                });
    }

    private Map<String, String[]> parameters() {
        told.add("read");
        if (thrown != null) {
            throw thrown;
        }
        return Map.of();
    }
}
