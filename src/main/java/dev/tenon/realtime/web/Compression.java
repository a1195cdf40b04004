package dev.tenon.realtime.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
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
        if (bytes < threshold || accepted == null) {
            return null;
        }
        String list = accepted.toLowerCase(Locale.ROOT);
        return accepts(list, GZIP) ? GZIP : accepts(list, DEFLATE) ? DEFLATE : null;
    }

    private static boolean accepts(String list, String coding) {
        for (String item : list.split(",", -1)) {
            String[] parts = item.split(";", 2);
            if (parts[0].strip().equals(coding)) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
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
