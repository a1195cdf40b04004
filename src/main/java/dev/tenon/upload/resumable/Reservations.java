package dev.tenon.upload.resumable;

import dev.tenon.upload.QuotaShare;
import dev.tenon.upload.UploadOptions;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What uploads take of the quotas of their sessions before they are in the storage: as much as was announced, or, while the length is unknown, as has come.
 * Thread-safe.
 */
final class Reservations {
    private final ConcurrentMap<String, QuotaShare> shares = new ConcurrentHashMap<>();
    private final UploadOptions options;
    private final ServletContext context;

    Reservations(UploadOptions options, ServletContext context) {
        this.options = options;
        this.context = context;
    }

    /** Returns a share for an upload that is about to be made. */
    QuotaShare begin(UploadState state) {
        QuotaShare share = options.quotaShare(context, state.owner());
        share.require(Math.max(0, state.length()), state.file());
        return share;
    }

    void keep(String id, QuotaShare share) {
        shares.put(id, share);
    }

    /** Counts an upload that was there before the server started. */
    void restore(String id, UploadState state, Path bytes) throws IOException {
        QuotaShare share = options.quotaShare(context, state.owner());
        share.settle(Math.max(state.length(), Files.size(bytes)));
        keep(id, share);
    }

    /** Returns the share of the upload; of nothing, when it has gone meanwhile. */
    QuotaShare of(String id) {
        QuotaShare share = shares.get(id);
        return share == null ? options.quotaShare(context, "") : share;
    }

    /** Counts what has come of an upload whose length is unknown, after somebody wrote to it. */
    void settle(String id, Path bytes) throws IOException {
        try {
            of(id).settle(Files.size(bytes));
        } catch (NoSuchFileException e) {
            // It was refused or removed, and counts no more.
        }
    }

    /** Leaves the share to who has the file now. */
    QuotaShare leave(String id) {
        QuotaShare share = of(id);
        shares.remove(id);
        return share;
    }

    /** Gives back what the upload has taken. */
    void end(String id) {
        leave(id).giveBack();
    }
}
