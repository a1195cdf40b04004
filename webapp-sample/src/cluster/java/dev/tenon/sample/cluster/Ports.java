package dev.tenon.sample.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Where the programs listen.
 *
 * @param sticky the address at which a browser stays on its server
 * @param either the address at which any request may come to any server
 */
record Ports(int sticky, int either, int payara, int tomcat, int redis) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Returns free ports behind these two. */
    static Ports of(int sticky, int either) {
        return new Ports(sticky, either, free(), free(), free());
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether somebody listens. */
    static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns whether the page of the desk is there. */
    static boolean hasDesk(int port) {
        URI page = URI.create("http://127.0.0.1:" + port + "/index.html");
        try {
            return CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
