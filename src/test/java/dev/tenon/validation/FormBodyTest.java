package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.TenonException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void formThatTheContainerDoesNotRead_isReadHere_onceForAllChecks(String method) {
        byte[] form = "name=K%C3%B6ln&tags=a&tags=b&q=form".getBytes(StandardCharsets.US_ASCII);
        HttpServletRequest request = Requests.unread(method, form, "q=query");
        for (int i = 0; i < 2; i++) {
            Check check = Check.of(request);
            assertEquals("Köln", check.body("name").required().val());
            assertEquals(List.of("a", "b"), check.body("tags").val());
            assertEquals("form", check.body("q").val());
            assertEquals("query", check.query("q").val());
        }
    }

    @Test
    void formThatIsReadHere_isBounded_andMustBeWellEncoded() {
        ValidationOptions small = ValidationOptions.builder().maxBody(8).build();
        assertEquals(
                413, refused(Requests.unread("PUT", "name=123456".getBytes(StandardCharsets.US_ASCII), null), small));
        assertEquals(400, refused(Requests.unread("PUT", "name=%zz".getBytes(StandardCharsets.US_ASCII), null), small));
    }

    @Test
    void postThatTheContainerFoundEmpty_isEmpty() {
        HttpServletRequest request = Requests.unread("POST", "name=1".getBytes(StandardCharsets.US_ASCII), null);
        assertEquals(Map.of(), FormBody.of(request, ValidationOptions.DEFAULT));
    }

    private static int refused(HttpServletRequest request, ValidationOptions options) {
        return assertThrows(
                        TenonException.class, () -> Check.of(request, options).body("name"))
                .problem()
                .status();
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
