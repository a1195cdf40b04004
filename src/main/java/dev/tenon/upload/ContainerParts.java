package dev.tenon.upload;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;

/** The parts of a form that the container took apart before Tenon could. Their sizes are counted, not asked for. */
final class ContainerParts implements PartSource {
    private final Iterator<Part> parts;
    private final byte[] buffer = new byte[MultipartReader.WINDOW];
    private final boolean latin1;
    private InputStream content = InputStream.nullInputStream();

    ContainerParts(Collection<Part> parts, Charset charset) {
        this.latin1 = charset.equals(StandardCharsets.ISO_8859_1);
        this.parts = parts.iterator();
    }

    @Override
    public PartHeaders next() throws IOException {
        close();
        if (!parts.hasNext()) {
            return null;
        }
        Part part = parts.next();
        content = part.getInputStream();
        return new PartHeaders(header(part, "Content-Disposition"), part.getContentType(), encoding(part));
    }

    @Override
    public ByteBuffer chunk() throws IOException {
        int count = content.readNBytes(buffer, 0, buffer.length);
        return count == 0 ? null : ByteBuffer.wrap(buffer, 0, count);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private String encoding(Part part) {
        return header(part, "Content-Transfer-Encoding");
    }

    private String header(Part part, String name) {
        String value = part.getHeader(name);
        return value == null ? null : asUtf8(value);
    }

    /** Tomcat, among others, reads headers of parts as Latin-1 where the request names no charset. */
    private String asUtf8(String value) {
        if (latin1 || value.chars().anyMatch(c -> c > 255)) {
            return value;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException latin1) {
            return value;
        }
    }
}
