package dev.tenon.upload.resumable;

import dev.tenon.kernel.Meters;
import dev.tenon.kernel.web.AppMeters;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.upload.UploadException;
import dev.tenon.upload.UploadedFile;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * Where uploads of the tus protocol arrive at the application. A client uploads first and then says, in a form or a message, at which address;
 * the application claims what lies there. What nobody claims is removed after {@code tenon.upload.resumable.expiration}. Thread-safe.
 */
public final class ResumableUploads {
    private final Resumables uploads;
    private final SessionAccess sessions;

    ResumableUploads(Resumables uploads, SessionAccess sessions) {
        this.uploads = uploads;
        this.sessions = sessions;
    }

    /**
     * Returns the uploads of the application.
     *
     * @param context the application's own
     * @throws IllegalStateException if {@code tenon.upload.resumable.path} is not set
     */
    public static ResumableUploads of(ServletContext context) {
        Object published = context.getAttribute(ResumableUploads.class.getName());
        if (published == null) {
            throw new IllegalStateException("Resumable uploads are off: set tenon.upload.resumable.path");
        }
        return (ResumableUploads) published;
    }

    /**
     * Brings a finished upload into the application's storage; from then on it is an {@link UploadedFile} as any other, and nothing lies
     * at its address. Of several who claim the same only one gets it.
     *
     * @param request of the session that uploaded
     * @param address where the client uploaded to, its URL or a part of it that ends so; null, as of a parameter that did not come, for nowhere
     * @return empty if nothing finished lies there, or it belongs to another session
     * @throws UploadException if the content is not what its extension says, and extensions are listed; if it is too large when unpacked; or if a
     *     scanner refuses it: the upload is then removed, unless the scanner could not be asked
     * @throws IOException if the storage fails; the upload stays where it was
     */
    public Optional<UploadedFile> claim(HttpServletRequest request, String address) throws IOException {
        if (address == null) {
            return Optional.empty();
        }
        String owner = sessions.find(request).map(SessionRef::alias).orElse("");
        String id = address.substring(address.lastIndexOf('/') + 1);
        Optional<UploadedFile> file = uploads.claim(id, owner, request.getServletContext());
        file.ifPresent(claimed -> count(AppMeters.of(request.getServletContext()), claimed));
        return file;
    }

    private static void count(Meters meters, UploadedFile file) {
        meters.counter("upload.files", "files that were received").increment();
        meters.bytes("upload.bytes", "bytes of those files").add(file.size());
    }
}
