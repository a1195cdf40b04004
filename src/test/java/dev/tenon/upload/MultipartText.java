package dev.tenon.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes multipart bodies by hand. */
final class MultipartText {
    static final String BOUNDARY = "----TenonBoundary7MA4YWxkTrZu0gW";
    static final String BOUNDARY_BUT_ONE = "----TenonBoundary7MA4YWxkTrZu0g";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String boundary;
    private String lineBreak = "";

    MultipartText(String boundary) {
        this.boundary = boundary;
    }

    static MultipartText body() {
        return new MultipartText(BOUNDARY);
    }

    MultipartText field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value);
    }

    MultipartText file(String name, String filename, String content) {
        return file(name, filename, content.getBytes(StandardCharsets.UTF_8));
    }

    MultipartText file(String name, String filename, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename
                        + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    MultipartText part(String headers, String content) {
        return part(headers, content.getBytes(StandardCharsets.UTF_8));
    }

    MultipartText part(String headers, byte[] content) {
        raw(lineBreak + "--" + boundary + "\r\n" + headers + "\r\n\r\n");
        out.writeBytes(content);
        lineBreak = "\r\n";
        return this;
    }

    MultipartText raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] end() {
        return raw(lineBreak + "--" + boundary + "--\r\n").open();
    }

    byte[] open() {
        return out.toByteArray();
    }
}
