package dev.tenon.upload;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads a multipart body (RFC 2046, section 5.1.1; RFC 7578) in one pass through a window of 64 KiB. The window is filled before it is
 * searched, however little the connection gives at a time, so that a storage gets few and large chunks; none is copied on the way.
 *
 * <p>Strict where parsers that disagree would be a hole: lines end in CR LF, headers are not folded, and nothing but blanks follows a boundary.
 */
final class MultipartReader implements PartSource {
    static final int WINDOW = 64 << 10;
    static final int HEADER_SIZE = 16 << 10;

    private static final int PADDING = 512;

    /** Room for a delimiter, its padding, the headers, and the next delimiter, if the part has no body at all. */
    private static final int LOOKAHEAD = HEADER_SIZE + PADDING + 512;

    private final Body body;
    private final int headerPairs;
    private final Charset charset;
    private final byte[] delimiter;
    private final BoundarySearch search;
    private final byte[] window;
    private final ByteBuffer view;

    private int position;
    private int end;
    private int payloadEnd;
    private boolean delimited;

    /** @param charset of the names in headers */
    MultipartReader(Body body, String boundary, int headerPairs, Charset charset) {
        this.body = body;
        this.window = new byte[windowFor(body.length())];
        this.view = ByteBuffer.wrap(window);
        this.headerPairs = headerPairs;
        this.charset = charset;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.search = new BoundarySearch(delimiter);

        // The first delimiter may stand at the very start, without the line break that belongs to every other.
        window[0] = '\r';
        window[1] = '\n';
        end = 2;
    }

    /** A small form is not worth the clearing of a large window: it gets one that the form, the break before it and its end fit in. */
    private static int windowFor(long length) {
        return length < 0 ? WINDOW : (int) Math.min(WINDOW, Math.max(length, LOOKAHEAD) + PADDING);
    }

    /** Returns whether the body has not one byte; to be asked before anything else. */
    boolean isEmpty() {
        fill();
        return end == 2;
    }

    @Override
    public PartHeaders next() {
        while (advance()) {
            // What is left of the part before; at first, the preamble.
        }
        ensureLookahead();
        position += delimiter.length;
        if (isAt(position, '-', '-')) {
            return null;
        }
        readPadding();
        PartHeaders headers = readHeaders();
        beginBody();
        return headers;
    }

    @Override
    public ByteBuffer chunk() {
        return advance() ? view.clear().position(position).limit(payloadEnd) : null;
    }

    @Override
    public void close() {
        // The body is closed by who opened it.
    }

    /** Moves on to bytes that surely belong to the part; returns false at its end. */
    private boolean advance() {
        position = payloadEnd;
        if (delimited) {
            return false;
        }
        int found = search.find(window, position, end);
        if (found < 0) {
            fill();
            found = search.find(window, position, end);
        }
        if (found < 0 && body.ended()) {
            throw UploadException.malformed("The form ends without its closing boundary.");
        }
        delimited = found >= 0;
        payloadEnd = delimited ? found : end - delimiter.length + 1;
        return payloadEnd > position;
    }

    private void readPadding() {
        int limit = Math.min(end, position + PADDING);
        while (position < limit && (window[position] == ' ' || window[position] == '\t')) {
            position++;
        }
        if (!isAt(position, '\r', '\n')) {
            throw UploadException.malformed("A boundary is not the end of its line.");
        }
        position += 2;
    }

    /** Reads up to the empty line and stays before it. */
    private PartHeaders readHeaders() {
        HeaderLines lines = new HeaderLines(headerPairs, charset);
        int limit = Math.min(end, position + HEADER_SIZE);
        for (int lineEnd = lineEnd(limit); lineEnd > position; lineEnd = lineEnd(limit)) {
            lines.add(window, position, lineEnd);
            position = lineEnd + 2;
        }
        return lines.headers();
    }

    private int lineEnd(int limit) {
        for (int i = position; i < limit - 1; i++) {
            if (isAt(i, '\r', '\n')) {
                return i;
            }
        }
        if (limit < end || !body.ended()) {
            throw new UploadException(UploadCode.LIMIT_HEADER_SIZE, null, null, null, null);
        }
        throw UploadException.malformed("The form ends within the headers of a part.");
    }

    /** A part may have no body at all: then the line break of the empty line is the delimiter's already. */
    private void beginBody() {
        delimited = search.find(window, position, Math.min(end, position + delimiter.length)) == position;
        position += delimited ? 0 : 2;
        payloadEnd = position;
    }

    private boolean isAt(int index, char first, char second) {
        return index < end - 1 && window[index] == first && window[index + 1] == second;
    }

    private void ensureLookahead() {
        if (end - position < LOOKAHEAD) {
            fill();
        }
    }

    /** Moves what is not read yet to the start of the window, and fills the rest. */
    private void fill() {
        if (body.ended()) {
            return;
        }
        System.arraycopy(window, position, window, 0, end - position);
        end -= position;
        position = 0;
        payloadEnd = 0;
        while (end < window.length && !body.ended()) {
            end += body.read(window, end, window.length - end);
        }
    }
}
