package dev.tenon.upload.resumable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who writes to which upload: one at a time, the last who came. Whoever comes closes the channel of the one before, which ends its write or
 * makes its next one fail; so a client that comes back never waits for a connection of its own that hangs. Nobody holds a lock. Thread-safe.
 */
final class Writers {
    private final ConcurrentMap<Path, FileChannel> channels = new ConcurrentHashMap<>();

    /** Returns a channel of one's own, after the writer before has stopped. */
    FileChannel open(Path bytes) throws IOException {
        FileChannel channel = FileChannel.open(bytes, StandardOpenOption.WRITE, StandardOpenOption.READ);
        close(channels.put(bytes, channel));
        return channel;
    }

    /** Stops the writer, if there is one; once this returns, it writes no more. */
    void stop(Path bytes) throws IOException {
        close(channels.remove(bytes));
    }

    /** Gives a channel back, which somebody else may have closed. */
    void release(Path bytes, FileChannel channel) throws IOException {
        channels.remove(bytes, channel);
        channel.close();
    }

    private static void close(FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
