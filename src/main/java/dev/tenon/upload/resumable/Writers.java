package dev.tenon.upload.resumable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who writes to which upload: one at a time, the last who came. Whoever comes stops the one before and closes its channel, which ends its write
 * or makes its next one fail; so a client that comes back never waits for a connection of its own that hangs. Two are not stopped by one
 * who comes to append: who keeps the state of the upload, before and after it waits for bytes; and who has gone beyond the offset of the one
 * who comes, for then neither would succeed. Nobody holds a lock. Thread-safe.
 */
final class Writers {
    private static final long KEEPING = -1;
    private static final long STOPPED = -2;

    private final ConcurrentMap<Path, Writer> writers = new ConcurrentHashMap<>();

    /**
     * Returns a writer of one's own, after the one before has stopped.
     *
     * @param offset where it will go on
     * @throws TusException if the one before keeps the state just now, or has gone beyond the offset
     */
    Writer open(Path bytes, long offset) throws IOException {
        Writer mine = new Writer(bytes, FileChannel.open(bytes, StandardOpenOption.WRITE, StandardOpenOption.READ));
        try {
            for (Writer before = writers.putIfAbsent(bytes, mine);
                    before != null;
                    before = writers.putIfAbsent(bytes, mine)) {
                before.giveWayAt(offset);
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
            before.giveWay();
        }
    }

    private static TusException locked() {
        return new TusException(423, "Another request is at work on this upload", null);
    }

    /** The right to write to one upload, until another takes it. For one thread, but for what gives way. */
    final class Writer implements AutoCloseable {
        private final Path bytes;
        private final FileChannel channel;

        /** How far the upload is with what this writer has begun to write; or what it does instead of writing. */
        private final AtomicLong offset = new AtomicLong(KEEPING);

        private Writer(Path bytes, FileChannel channel) {
            this.bytes = bytes;
            this.channel = channel;
        }

        FileChannel channel() {
            return channel;
        }

        /** Goes on to wait for bytes, so that another may take over. */
        void begin(long from) {
            offset.set(from);
        }

        /**
         * Says that bytes from here to there will be written and count as soon as they are.
         *
         * @throws TusException if another has taken over
         */
        void advance(long from, long to) {
            if (!offset.compareAndSet(from, to)) {
                throw locked();
            }
        }

        /**
         * Goes back to keep the state, so that nobody takes over any more.
         *
         * @throws TusException if somebody has
         */
        void finish() {
            if (offset.getAndUpdate(found -> found == STOPPED ? STOPPED : KEEPING) == STOPPED) {
                throw locked();
            }
        }

        private void giveWayAt(long other) throws IOException {
            long found = offset.compareAndExchange(other, STOPPED);
            if (found == KEEPING) {
                throw locked();
            }
            if (found != other && found != STOPPED) {
                throw TusException.atAnotherOffset(found);
            }
            close();
        }

        private void giveWay() throws IOException {
            if (offset.getAndUpdate(found -> found == KEEPING ? KEEPING : STOPPED) == KEEPING) {
                throw locked();
            }
            close();
        }

        @Override
        public void close() throws IOException {
            channel.close();
            writers.remove(bytes, this);
        }
    }
}
