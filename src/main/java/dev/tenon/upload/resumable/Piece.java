package dev.tenon.upload.resumable;

import dev.tenon.kernel.TenonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The body of one request, on its way to the end of an upload. Belongs to the thread of its request. */
final class Piece {
    private static final int BUFFER = 64 << 10;

    private final TusRequest request;
    private final InputStream body;
    private final Writers.Writer writer;
    private final FileChannel channel;
    private final long from;
    private final Room room;

    /**
     * @param body that of the request
     * @param from where in the file it begins
     */
    Piece(TusRequest request, InputStream body, Writers.Writer writer, long from, Room room) {
        this.request = request;
        this.body = body;
        this.writer = writer;
        this.channel = writer.channel();
        this.from = from;
        this.room = room;
    }

    /**
     * Writes what comes, as it comes: when the connection breaks, what came before stays.
     *
     * @return where in the file it ends
     * @throws TenonException if it is too long or not what its checksum says, with nothing of it kept; if it breaks off; or if another request took over
     */
    long write() throws IOException {
        try {
            Optional<Checksum> before = request.checksum();
            long end = copy(body);
            Optional<Checksum> checksum = before.or(request::trailer);
            if (checksum.isPresent()) {
                verify(checksum.get(), end);
            }
            channel.force(false);
            return end;
        } catch (BrokenBodyException e) {
            throw TusException.brokeOff(request.hasChecksum() ? from : e.position, e.getCause());
        } catch (ClosedChannelException e) {
            throw new TusException(423, "Another request goes on with this upload", null);
        } catch (TenonException e) {
            takeBack(e);
            throw e;
        }
    }

    private void takeBack(TenonException refusal) throws IOException {
        try {
            writer.finish();
            channel.truncate(from);
        } catch (TusException | ClosedChannelException e) {
            refusal.addSuppressed(e); // another request took over, and counts what came
        }
    }

    private long copy(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long position = from;
        for (int count = read(in, buffer, position); count >= 0; count = read(in, buffer, position)) {
            room.take(count, position - from);
            if (!request.hasChecksum()) {
                writer.advance(position, position + count); // else nothing counts before all has come
            }
            position = write(ByteBuffer.wrap(buffer, 0, count), position);
        }
        return position;
    }

    private static int read(InputStream in, byte[] buffer, long position) throws BrokenBodyException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BrokenBodyException(position, e);
        }
    }

    private long write(ByteBuffer bytes, long from) throws IOException {
        long position = from;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        return position;
    }

    private void verify(Checksum checksum, long end) throws IOException {
        digest(checksum.digest(), end);
        if (!checksum.isRight()) {
            throw new TusException(
                    460, "Checksum Mismatch", "The piece is not what its checksum says; nothing of it was kept.");
        }
    }

    /** Reads the piece back: so a checksum that comes behind the body is as good as one before it. */
    private void digest(MessageDigest digest, long end) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long position = from; position < end; position += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, end - position));
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new IOException("The file of the upload became shorter");
                }
            }
            digest.update(buffer.flip());
        }
    }

    /** The client went away or stalled, which is no failure of the server. */
    private static final class BrokenBodyException extends IOException {
        private static final long serialVersionUID = 1L;

        private final long position;

        BrokenBodyException(long position, IOException cause) {
            super(cause);
            this.position = position;
        }
    }

    /**
     * How much a piece may have.
     *
     * @param length of the piece at most
     * @param quota is asked for the bytes before they are written, and throws when there are too many
     */
    record Room(long length, LongConsumer quota) {
        private void take(int count, long before) {
            if (before + count > length) {
                throw new TusException(413, "The upload is too large", "It has more bytes than it may have.");
            }
            quota.accept(count);
        }
    }
}
