package dev.tenon.realtime.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file of the stock client. A browser keeps it, and asks by its entity tag whether it is still the one (RFC 9110, section 13.1.2). */
final class ClientFile {
    private final byte[] content;
    private final String type;
    private final String tag;

    ClientFile(String name, byte[] content) {
        this.content = content;
        this.type = name.endsWith(".map") ? "application/json" : "application/javascript; charset=utf-8";
        this.tag = digest(content);
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Compression compression) throws IOException {
        // Weak, because the bytes depend on the coding.
        response.setHeader("ETag", "W/\"" + tag + "\"");
        response.setHeader("Cache-Control", "public, max-age=0");
        response.addHeader("Vary", "Accept-Encoding");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(request, response, compression);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Compression compression)
            throws IOException {
        String coding = compression.codingFor(content.length, request.getHeader("Accept-Encoding"));
        byte[] body = coding == null ? content : Compression.compress(content, coding);
        if (coding != null) {
            response.setHeader("Content-Encoding", coding);
        }
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
