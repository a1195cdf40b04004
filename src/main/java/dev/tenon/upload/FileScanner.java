package dev.tenon.upload;

import java.io.IOException;
import java.time.Duration;

/**
 * Looks into each file once all of it has come, before the storage shows it under its name and before the application hears of it: the port for a virus
 * scanner. Runs on the thread of the request; thread-safe, since requests run at the same time.
 */
@FunctionalInterface
public interface FileScanner {
    /** Lets every file pass. */
    FileScanner NONE = (file, content) -> {};

    /**
     * Returns a scanner that asks the daemon of ClamAV over TCP. It sends the whole file, so its {@code StreamMaxLength} has to be as large as
     * the largest file; one that it cannot scan is refused with {@link UploadCode#SCAN_FAILED}.
     *
     * @param timeout for connecting, and for the answer
     */
    static FileScanner clamd(String host, int port, Duration timeout) {
        return new ClamdScanner(host, port, timeout);
    }

    /**
     * Returns if the file may be kept.
     *
     * @param file what the client says about it
     * @param content all of it; not under its name yet, and of no use once this has returned
     * @throws UploadException to refuse the whole form, by {@link UploadException#infected} or {@link UploadException#refused}; any other
     *     exception fails the request as one of the application's own does. In either case nothing of the form stays stored
     */
    void scan(IncomingFile file, StoredFile content) throws IOException;

    /** Returns a scanner that asks this one, and then another. */
    default FileScanner andThen(FileScanner next) {
        return (file, content) -> {
            scan(file, content);
            next.scan(file, content);
        };
    }
}
