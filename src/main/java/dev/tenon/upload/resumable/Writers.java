package dev.tenon.upload.resumable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who writes to which upload: one at a time, the last who came. Whoever comes closes the channel of the one before, which ends its write or
 * makes its next one fail; so a client that comes back never waits for a connection of its own that hangs. Only who keeps the state of
 * the upload, before and after it waits for bytes, is left to do so: the one who comes is refused. Nobody holds a lock. Thread-safe.
 */
final class Writers {
    private final ConcurrentMap<Path, Writer> writers = new ConcurrentHashMap<>();

    /**
     * Returns a writer of one's own, after the one before has stopped.
     *
     * @throws TusException if that one keeps the state just now
     */
    Writer open(Path bytes) throws IOException {
        Writer mine = new Writer(bytes, FileChannel.open(bytes, StandardOpenOption.WRITE, StandardOpenOption.READ));
        try {
            for (Writer before = writers.putIfAbsent(bytes, mine);
                    before != null;
                    before = writers.putIfAbsent(bytes, mine)) {
                takeOver(before);
            }
            return mine;
        } catch (IOException | TusException e) {
            mine.channel.close();
            throw e;
        }
    }

    /**
     * Stops the writer, if there is one; once this returns, it writes no more.
     *
     * @throws TusException if it keeps the state just now
     */
    void stop(Path bytes) throws IOException {
        Writer before = writers.get(bytes);
        if (before != null) {
            takeOver(before);
        }
    }

    private void takeOver(Writer before) throws IOException {
        if (!before.phase.compareAndSet(Phase.WRITING, Phase.STOPPED) && before.phase.get() == Phase.KEEPING) {
            throw locked();
        }
        before.close();
    }

    private static TusException locked() {
        return new TusException(423, "Another request is at work on this upload", null);
    }

    private enum Phase {
        KEEPING,
        WRITING,
        STOPPED
    }

    /** The right to write to one upload, until another takes it. For one thread. */
    final class Writer implements AutoCloseable {
        private final Path bytes;
        private final FileChannel channel;
        private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.KEEPING);

        private Writer(Path bytes, FileChannel channel) {
            this.bytes = bytes;
            this.channel = channel;
        }

        FileChannel channel() {
            return channel;
        }

        /** Goes on to wait for bytes, so that another may take over. */
        void begin() {
            phase.set(Phase.WRITING);
        }

        /**
         * Goes back to keep the state, so that nobody takes over any more.
         *
         * @throws TusException if somebody has
         */
        void finish() {
            if (!phase.compareAndSet(Phase.WRITING, Phase.KEEPING)) {
                throw locked();
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            writers.remove(bytes, this);
        }
    }
}
