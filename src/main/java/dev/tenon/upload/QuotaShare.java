package dev.tenon.upload;

import dev.tenon.kernel.ByteSize;
import java.util.concurrent.atomic.AtomicLong;

/** What one file takes of the quota of its session. The thread of a request takes; whoever deletes the file gives back. */
final class QuotaShare {
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
     * Takes so many bytes more.
     *
     * @throws UploadException if they are more than the session has left
     */
    void take(long bytes, IncomingFile file) {
        if (!isUnlimited()) {
            add(bytes);
            check(0, file);
        }
    }

    /** Takes what was asked for before. */
    void add(long bytes) {
        if (!isUnlimited()) {
            taken.addAndGet(bytes);
            used.addAndGet(bytes);
        }
    }

    /** Returns how many bytes the session has left, less than 0 if it took too many; {@link Long#MAX_VALUE} where there is no limit. */
    long room() {
        return isUnlimited() ? Long.MAX_VALUE : limit - used.get();
    }

    /** @throws UploadException if the session has not so many bytes left */
    void check(long bytes, IncomingFile file) {
        if (bytes > room()) {
            String detail = new ByteSize(limit) + " for all of them are the most.";
            throw new UploadException(
                    UploadCode.LIMIT_SESSION_QUOTA, detail, file.fieldname(), file.originalname(), null);
        }
    }

    /** Gives back all that was taken. Does nothing the second time. */
    void giveBack() {
        used.addAndGet(-taken.getAndSet(0));
    }
}
