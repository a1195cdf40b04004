package dev.tenon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Asks for decisions, thousands on one connection; it is opened anew after an answer that has a body. Not thread-safe. */
final class Line implements AutoCloseable {
    private static final String DECISION = "x-decision: ";

    private final int port;
    private Socket socket;
    private BufferedReader in;

    Line(int port) {
        this.port = port;
    }

    /** Returns the header {@code X-Decision} of the answer; empty if the request did not come to the filter. */
    String ask(String request) {
        try {
            if (socket == null) {
                open();
            }
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
            return decision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    private String decision() throws IOException {
        String status = in.readLine();
        String decision = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, DECISION, 0, DECISION.length())) {
                decision = line.substring(DECISION.length());
            }
        }
        if (status == null || !status.startsWith("HTTP/1.1 204")) {
            close();
        }
        return decision;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
