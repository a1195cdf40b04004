package dev.tenon.upload;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Deletes what was stored and is not to stay. Where the storage is away, an operator has to. */
final class Removal {
    private static final Logger LOG = System.getLogger(Removal.class.getName());

    private Removal() {}

    /** Deletes a file that was refused, or could not be judged: what hinders that hides no refusal. */
    static void after(Throwable refusal, StoredFile stored) {
        try {
            stored.remove();
        } catch (IOException | RuntimeException e) {
            log(stored.filename(), e);
            refusal.addSuppressed(e);
        }
    }

    static void log(String filename, Exception failure) {
        LOG.log(Level.WARNING, "TENON-U02 Could not delete the upload " + filename, failure);
    }
}
