package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The bytes of a body that nobody read before, no more of them than are allowed. */
final class BodyBytes {
    private BodyBytes() {}

    static byte[] read(HttpServletRequest request, int max) {
        if (request.getContentLengthLong() > max) {
            throw Unreadable.tooLarge(max);
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(max + 1);
            if (bytes.length > max) {
                throw Unreadable.tooLarge(max);
            }
            return bytes;
        } catch (IOException e) {
            throw Unreadable.malformed("the body ended early", e);
        }
    }
}
