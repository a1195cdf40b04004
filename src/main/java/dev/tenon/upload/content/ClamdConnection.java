package dev.tenon.upload.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A connection on which nothing is waited for without end: a blocking socket has a bound for reading alone, and a daemon that takes nothing would keep
 * the thread that writes. Belongs to one thread.
 */
final class ClamdConnection implements AutoCloseable {
    private static final int LONGEST_ANSWER = 4096;

    private final Selector selector;
    private final SocketChannel channel;
    private final int timeout;

    /** @param timeout in milliseconds, for each thing that is waited for */
    ClamdConnection(String host, int port, int timeout) throws IOException {
        this.timeout = timeout;
        this.selector = Selector.open();
        this.channel = SocketChannel.open();
        try {
            connect(new InetSocketAddress(host, port));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void connect(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        channel.configureBlocking(false);
        channel.register(selector, 0);
        if (!channel.connect(address)) {
            await(SelectionKey.OP_CONNECT);
            channel.finishConnect();
        }
    }

    /** Sends the bytes; returns whether it wants more: one that has said something, or hung up, does not. */
    boolean send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0
                    && (await(SelectionKey.OP_WRITE | SelectionKey.OP_READ) & SelectionKey.OP_READ) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns all that it says until it hangs up. */
    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER) {
            int count = channel.read(buffer.clear());
            if (count < 0) {
                break;
            }
            if (count == 0) {
                await(SelectionKey.OP_READ);
            }
            answer.write(buffer.array(), 0, count);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Returns what it is ready for. */
    private int await(int operations) throws IOException {
        SelectionKey key = channel.keyFor(selector).interestOps(operations);
        selector.selectedKeys().clear();
        if (selector.select(timeout) == 0) {
            throw new SocketTimeoutException("clamd did nothing for " + timeout + " ms");
        }
        return key.readyOps();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }
}
