package dev.tenon.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Decides about a file by what the client says of it, before a byte of it is read; multer's {@code fileFilter}. Runs on the thread of the
 * request, once for each file; thread-safe, since requests run at the same time.
 */
@FunctionalInterface
public interface FileFilter {
    /**
     * Returns true to store the file, false to pass over it: the form is then without it, and it does not count as one of the files of its
     * field.
     *
     * @throws UploadException to refuse the whole form, such as {@code UploadException.refused(file, "Pictures only, please")}; any
     *     other exception fails the request as one of the application's own does. In either case nothing of the form stays stored
     */
    boolean accept(HttpServletRequest request, IncomingFile file) throws IOException;
}
