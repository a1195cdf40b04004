package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

/** What a form that is wrong gets. */
final class ValidationRows extends Rows {
    ValidationRows() {
        row("validation error", ValidationRows::error);
    }

    private static void error(Server server) throws Exception {
        HttpResponse<String> answer = new Browser(server).post(Sample.AT + "/api/session", "agent=&password=x");
        assertEquals(422, answer.statusCode(), answer::body);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(answer.body().contains("Please enter your agent name"), answer::body);
    }
}
