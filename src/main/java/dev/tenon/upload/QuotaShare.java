package dev.tenon.upload;

import dev.tenon.kernel.ByteSize;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one file takes of the quota of its session. Whoever receives the file takes; whoever deletes it gives back. Not for applications to call.
 * Thread-safe.
 */
public final class QuotaShare {
    static final QuotaShare UNLIMITED = new QuotaShare(new AtomicLong(), Long.MAX_VALUE);

    private final AtomicLong used; // by all files of the session
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    QuotaShare(AtomicLong used, long limit) {
        this.used = used;
        this.limit = limit;
    }

    private boolean isUnlimited() {
        return limit == Long.MAX_VALUE;
    }

    /**
     * Takes so many bytes more, or nothing at all.
     *
     * @throws UploadException if they are more than the session has left
     */
    public void take(long bytes, IncomingFile file) {
        if (isUnlimited()) {
            return;
        }
        long before = used.getAndUpdate(sum -> fits(sum, bytes) ? sum + bytes : sum);
        if (!fits(before, bytes)) {
            String detail = new ByteSize(limit) + " for all of them are the most.";
            throw new UploadException(
                    UploadCode.LIMIT_SESSION_QUOTA, detail, file.fieldname(), file.originalname(), null);
        }
        taken.addAndGet(bytes);
    }

    /** One that shrinks always fits, also where a limit was lowered. */
    private boolean fits(long sum, long more) {
        return more <= 0 || more <= limit - sum;
    }

    /**
     * Takes so many bytes in all from now on, in place of what it had; keeps that if they are too many.
     *
     * @throws UploadException if they are more than the session has left
     */
    public void require(long bytes, IncomingFile file) {
        take(bytes - taken.get(), file);
    }

    /** Says that it has so many bytes, whether or not they fit: they are there. */
    public void settle(long bytes) {
        if (!isUnlimited()) {
            used.addAndGet(bytes - taken.getAndSet(bytes));
        }
    }

    /** Gives back all that was taken. Does nothing the second time. */
    public void giveBack() {
        settle(0);
    }
}
