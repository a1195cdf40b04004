package dev.tenon.upload.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Speaks to the daemon of ClamAV: its command {@code INSTREAM}, one connection for each file. Immutable and thread-safe. */
public final class Clamd {
    private static final int CHUNK = 64 << 10;
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final int timeout;

    /** @param timeout for connecting, for each piece of the file that it takes, and for the answer once all was sent */
    public Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    /**
     * Returns the name of what it found; empty when it found nothing.
     *
     * @throws IOException if it cannot be asked, or answers anything but that it found something or nothing
     */
    public Optional<String> scan(InputStream content) throws IOException {
        try (ClamdConnection connection = new ClamdConnection(host, port, timeout)) {
            return verdict(ask(content, connection));
        }
    }

    /** It hangs up on a file that is longer than it takes, after it has said so. */
    private static String ask(InputStream content, ClamdConnection connection) throws IOException {
        try {
            send(content, connection);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException hungUp) {
            return afterwards(connection, hungUp);
        }
        return clean(connection.answer());
    }

    private static String afterwards(ClamdConnection connection, IOException hungUp) throws IOException {
        try {
            return clean(connection.answer());
        } catch (IOException e) {
            hungUp.addSuppressed(e);
            throw hungUp;
        }
    }

    private static void send(InputStream content, ClamdConnection connection) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        boolean wanted = connection.send(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        for (int count = 1; wanted && count > 0; ) {
            count = content.readNBytes(chunk.array(), Integer.BYTES, CHUNK);
            chunk.clear().putInt(0, count).limit(Integer.BYTES + count); // one of no bytes is the end
            wanted = connection.send(chunk);
        }
    }

    private static String clean(String answer) {
        return answer.replace("\0", "").strip();
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            return Optional.of(answer.substring("stream: ".length(), answer.length() - FOUND.length()));
        }
        throw new IOException("clamd answers: " + answer);
    }
}
