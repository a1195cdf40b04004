package dev.tenon.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket made of plain bytes, which can do what well-behaved ones do not: stall, cut frames to pieces, say anything. */
final class RawSocket implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PONG = 10;
    private static final int TIMEOUT = 10_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final int status;

    /**
     * Connects and asks for the upgrade.
     *
     * @param receiveBuffer how many bytes the system takes for a client that does not read
     * @param headers whole lines
     */
    RawSocket(URI uri, int receiveBuffer, String... headers) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(TIMEOUT);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
        in = new DataInputStream(socket.getInputStream());
        write("GET " + uri.getPath() + "?" + uri.getQuery()
                + " HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n");
        status = Integer.parseInt(readHead().substring(9, 12));
    }

    static RawSocket open(URI uri) throws IOException {
        RawSocket opened = new RawSocket(uri, 1 << 16, "Host: 127.0.0.1:" + uri.getPort());
        assertEquals(101, opened.status);
        return opened;
    }

    /** Returns one that joined the main namespace and reads nothing. */
    static RawSocket stalled(URI uri) throws IOException {
        RawSocket stalled = new RawSocket(uri, 4096, "Host: 127.0.0.1:" + uri.getPort());
        assertEquals(101, stalled.status);
        stalled.text("40");
        return stalled;
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    int status() {
        return status;
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    RawSocket text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends one frame, masked with zeros. */
    void frame(int opcode, boolean last, byte... payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        write(frame.toByteArray());
    }

    /** Returns the next message, put together from its frames; {@code closed} and the code, if any, at the end. */
    String next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int head;
        do {
            head = in.read();
            if (head < 0) {
                return "closed";
            }
            message.writeBytes(in.readNBytes(length()));
        } while (head < 0x80);
        byte[] payload = message.toByteArray();
        return (head & 15) == CLOSE
                ? "closed " + ByteBuffer.wrap(payload).getShort()
                : new String(payload, StandardCharsets.UTF_8);
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        if (length == 127) {
            return (int) in.readLong();
        }
        return length == 126 ? in.readUnsignedShort() : length;
    }

    /** Reads until the server ends the connection, and returns the last it said. */
    String untilClosed() throws IOException {
        String message = next();
        while (!message.startsWith("closed")) {
            message = next();
        }
        return message;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
