package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.PostBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** The body of a servlet request. */
final class RequestBody implements PostBody {
    private final HttpServletRequest request;

    RequestBody(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public boolean isText() {
        String type = request.getContentType();
        return type == null || !type.startsWith("application/octet-stream");
    }

    @Override
    public Optional<byte[]> read(int maxBytes) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > maxBytes) {
            return Optional.empty();
        }
        int most = announced < 0 ? maxBytes + 1 : (int) announced; // a buffer no larger than the body
        byte[] body = request.getInputStream().readNBytes(most);
        return body.length > maxBytes ? Optional.empty() : Optional.of(body);
    }
}
