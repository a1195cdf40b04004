package dev.tenon.upload;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Hears how far the upload of a request is: to tell the page, such as by a message to a Socket.IO room. Runs on the thread of the request, which
 * reads no further meanwhile; thread-safe, since requests run at the same time.
 */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Hears how many bytes have come: about ten times a second while they do, and once at the end of the body. What it throws ends the upload.
     *
     * @param received bytes of the body, what is around the files included; of a resumable upload, bytes of the file, earlier pieces included
     * @param total how many there will be; -1 when the client did not say
     */
    void update(HttpServletRequest request, long received, long total);
}
