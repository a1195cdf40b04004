package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    @Test
    void vals_holdsOnlyWhatWasAskedForAndIsPresent() {
        Check check = Check.of(Requests.json("{\"a\":1,\"b\":2,\"admin\":true}"));
        check.body("a").toInt();
        check.body("b");
        check.body("c").optional().toInt();
        assertEquals(Map.of("a", 1L, "b", 2), check.vals());
    }

    @Test
    void errors_areAllCollectedInTheOrderOfAsking() {
        Check check = Check.of(Requests.json("{\"a\":1}"));
        check.body("z").required();
        check.query("page").toInt();
        check.body("a").isString();
        ValidationException refusal = assertThrows(ValidationException.class, check::vals);
        assertEquals(
                List.of("body z required", "query page int", "body a string"),
                refusal.errors().stream()
                        .map(error -> error.in() + " " + error.name() + " " + error.code())
                        .toList());
    }

    @Test
    void field_askedTwice_isTheSame() {
        Check check = Check.of(Requests.json("{\"a\":1}"));
        assertSame(check.body("a"), check.field("a"));
    }

    @Test
    void bodyAndQuery_ofOneName_areTwoFields() {
        Check check = Check.of(Requests.of("application/json", utf8("{\"a\":1}"), "a=2&a=3&b=4"));
        assertEquals(1, check.body("a").val());
        assertEquals(List.of("2", "3"), check.query("a").val());
        assertEquals("4", check.field("b").val());
    }

    @Test
    void query_isUtf8() {
        Check check = Check.of(Requests.of(null, new byte[0], "q=%E5%AE%A2+%e6%9c%8d&empty=&none&=x&&"));
        assertEquals("客 服", check.query("q").val());
        assertEquals("", check.query("empty").val());
        assertEquals("", check.query("none").val());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%4", "q=%zz", "%e5=1", "q=%ff", "q=%-1"})
    void query_malformed_is400(String query) {
        assertEquals(400, status(Requests.of(null, new byte[0], query), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "null", "7", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":01}", " "})
    void json_thatIsNoObject_is400(String json) {
        assertEquals(400, status(Requests.json(json), false));
    }

    @Test
    void json_empty_hasNoFields() {
        Check check = Check.of(Requests.json(""));
        assertEquals("required", check.body("a").required().violation().code());
    }

    @Test
    void json_notUtf8_is400() {
        byte[] latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(400, status(Requests.of("application/json", latin1, null), false));
    }

    @Test
    void json_tooDeep_is400() {
        assertEquals(400, status(Requests.json("{\"a\":" + "[".repeat(100_000)), false));
    }

    @Test
    void json_tooLarge_is413() {
        assertEquals(413, status(Requests.json("{\"a\":\"" + "x".repeat(1 << 20) + "\"}"), false));
    }

    @Test
    void json_isReadOnce_forEveryCheckOfTheRequest() {
        HttpServletRequest request = Requests.json("{\"a\":1}");
        assertEquals(1, Check.of(request).body("a").val());
        assertEquals(1, Check.of(request).body("a").val());
    }

    @Test
    void json_typeWithSuffixAndParameter_isJson() {
        HttpServletRequest request =
                Requests.of("Application/Merge-Patch+JSON; charset=utf-8", utf8("{\"a\":1}"), null);
        assertEquals(1, Check.of(request).body("a").val());
    }

    @Test
    void uploadedForm_isTheBody_andIsDiscardedWhenRefused() {
        Form form = new Form();
        HttpServletRequest request = Requests.of("multipart/form-data; boundary=x", new byte[0], "uname=query");
        request.setAttribute(FormData.ATTRIBUTE, form);
        Check check = Check.of(request);
        assertEquals("body", check.field("uname").val());
        assertEquals(List.of("1", "2"), check.body("n").val());
        check.vals();
        assertEquals(0, form.discarded);
        check.body("n").toInt();
        assertThrows(ValidationException.class, check::vals);
        assertTrue(form.discarded > 0);
    }

    private static int status(HttpServletRequest request, boolean query) {
        Check check = Check.of(request);
        TenonException refusal =
                assertThrows(TenonException.class, () -> (query ? check.query("a") : check.body("a")).val());
        return refusal.problem().status();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What upload leaves of a request. */
    private static final class Form implements FormData {
        private int discarded;

        @Override
        public Map<String, List<String>> fields() {
            return Map.of("uname", List.of("body"), "n", List.of("1", "2"));
        }

        @Override
        public List<Part> files() {
            return List.of();
        }

        @Override
        public void discard() {
            discarded++;
        }
    }
}
