package dev.tenon.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The network between a browser and a server on this machine: it can be cut, mended, and made slow. Thread-safe. */
final class Cable implements AutoCloseable {
    private static final int PIECE = 8192;

    private volatile int to;
    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cable");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean cut;
    private volatile long uploadRate = Long.MAX_VALUE;

    /** @param to the port of the server */
    Cable(int to) throws IOException {
        this.to = to;
        threads.execute(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** Lets new connections be with a server at this port. */
    void lead(int port) {
        to = port;
    }

    /** Breaks every connection, and lets nobody connect. */
    void cut() {
        cut = true;
        Set.copyOf(open).forEach(this::end);
    }

    void mend() {
        cut = false;
    }

    /** Lets so many bytes a second pass to the server, on each connection. */
    void slow(long bytesPerSecond) {
        uploadRate = bytesPerSecond;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket browser = entry.accept();
                threads.execute(() -> connect(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket browser) {
        open.add(browser);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(server);
            if (cut) {
                end(browser);
                end(server);
                return;
            }
            threads.execute(() -> pump(browser, server, true));
            pump(server, browser, false);
        } catch (IOException refused) {
            end(browser);
        }
    }

    private void pump(Socket from, Socket into, boolean up) {
        byte[] piece = new byte[PIECE];
        try (InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                if (up && uploadRate < Long.MAX_VALUE) {
                    TimeUnit.MILLISECONDS.sleep(read * 1000L / uploadRate);
                }
            }
        } catch (IOException broken) {
            return; // as networks are
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cutOff(from, into);
        }
    }

    private void cutOff(Socket one, Socket other) {
        end(one);
        end(other);
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        entry.close();
        threads.shutdownNow();
    }
}
