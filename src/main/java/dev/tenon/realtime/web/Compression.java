package dev.tenon.realtime.web;

import dev.tenon.kernel.web.AcceptEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses the answers to polls, for clients that say they can read it (RFC 9110, section 12.5.3). */
record Compression(int threshold) {
    private static final String GZIP = "gzip";
    private static final String DEFLATE = "deflate";

    /**
     * Returns how this many bytes are to be compressed.
     *
     * @param accepted the client's {@code Accept-Encoding}; may be null
     * @return the name of the coding; null if they go out as they are
     */
    String codingFor(int bytes, String accepted) {
        return bytes < threshold
                ? null
                : Stream.of(GZIP, DEFLATE)
                        .filter(coding -> AcceptEncoding.allows(accepted, coding))
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the bytes in this coding. */
    static byte[] compress(byte[] bytes, String coding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (OutputStream compressing =
                coding.equals(GZIP) ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
            compressing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }
}
