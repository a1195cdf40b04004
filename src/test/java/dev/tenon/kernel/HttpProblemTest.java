package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HttpProblemTest {
    @Test
    void problem_isWrittenAsRfc9457Asks() {
        HttpProblem problem =
                HttpProblem.of(422, "Validation failed", "uname: 请填写用户名").with("errors", List.of());
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Validation failed\",\"status\":422,\"detail\":\"uname: 请填写用户名\",\"errors\":[]}",
                problem.toJson());
    }

    @Test
    void statusThatIsNoError_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> HttpProblem.of(200, "OK", null));
    }

    @Test
    void exception_speaksTheDetail() {
        assertEquals("why", new TenonException(HttpProblem.of(400, "Bad Request", "why"), null).getMessage());
        assertEquals("Bad Request", new TenonException(HttpProblem.of(400, "Bad Request", null), null).getMessage());
    }
}
