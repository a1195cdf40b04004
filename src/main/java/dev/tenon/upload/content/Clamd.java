package dev.tenon.upload.content;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Speaks to the daemon of ClamAV: its command {@code INSTREAM}, one connection for each file. Immutable and thread-safe. */
public final class Clamd {
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final int timeout;

    /** @param timeout for connecting, and for the answer once all was sent */
    public Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    }

    /**
     * Returns the name of what it found; empty when it found nothing.
     *
     * @throws IOException if it cannot be asked, or answers anything but that it found something or nothing
     */
    public Optional<String> scan(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), timeout);
            socket.setSoTimeout(timeout);
            send(content, socket);
            return verdict(answer(socket.getInputStream()));
        }
    }

    /** It hangs up on a file that is longer than it takes, after it has said so. */
    private static void send(InputStream content, Socket socket) throws IOException {
        try {
            OutputStream raw = socket.getOutputStream();
            raw.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            DataOutputStream out = new DataOutputStream(raw);
            byte[] chunk = new byte[CHUNK];
            for (int count = read(content, chunk); count > 0; count = read(content, chunk)) {
                out.writeInt(count);
                out.write(chunk, 0, count);
            }
            out.writeInt(0);
        } catch (SocketException e) {
            if (socket.getInputStream().available() == 0) {
                throw e;
            }
        }
    }

    private static int read(InputStream content, byte... chunk) throws IOException {
        return content.readNBytes(chunk, 0, chunk.length);
    }

    private static String answer(InputStream in) throws IOException {
        String answer = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
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
