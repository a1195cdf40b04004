package dev.tenon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests as they are written and returns answers as they come, byte for byte. */
final class Wire {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    private Wire() {}

    /**
     * Returns the whole answer, decoded as Latin-1.
     *
     * @param request lines that end in a line feed alone; asks the server to close the connection
     */
    static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
            return answer(socket.getInputStream());
        }
    }

    /** Returns a header of an answer; empty if it has none of the name. */
    static String header(String answer, String name) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = isComplete(answer) ? -1 : in.read()) {
            answer.write(next);
        }
        return answer.toString(ISO_8859_1);
    }

    /** A connection that was to be switched stays open, so its end cannot be waited for. */
    private static boolean isComplete(ByteArrayOutputStream answer) {
        String text = answer.toString(ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, head));
        return text.startsWith("HTTP/1.1 101")
                || (length.find() && text.length() - head - 4 >= Integer.parseInt(length.group(1)));
    }
}
