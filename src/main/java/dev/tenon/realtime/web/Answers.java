package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.EngineError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the answers of the protocol. */
final class Answers {
    private Answers() {}

    static void refuse(HttpServletResponse response, EngineError error) throws IOException {
        response.setStatus(error.status());
        write(response, "application/json", error.toJson().getBytes(StandardCharsets.US_ASCII));
    }

    static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        head(response, type, body.length);
        response.getOutputStream().write(body);
    }

    static void head(HttpServletResponse response, String type, int length) {
        response.setContentType(type);
        response.setContentLength(length);
        response.setHeader("Cache-Control", "no-store");
    }
}
