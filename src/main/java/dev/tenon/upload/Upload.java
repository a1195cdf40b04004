package dev.tenon.upload;

import dev.tenon.kernel.web.FormData;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Receives {@code multipart/form-data} (RFC 7578) as multer does: says which files a form may bring, and reads a request accordingly.
 *
 * <pre>{@code
 * UploadForm form = Upload.single("file").parse(request);
 * form.file().ifPresent(file -> ...);
 * }</pre>
 *
 * <p>Immutable and thread-safe: make one and keep it, or make one for each request.
 */
public final class Upload {
    private final UploadOptions options; // null: the application's
    private final Map<String, UploadField> fields; // null: any field, any number

    private Upload(UploadOptions options, Map<String, UploadField> fields) {
        this.options = options;
        this.fields = fields;
    }

    /** Returns an upload of at most one file, in this field. */
    public static Upload single(String fieldname) {
        return array(fieldname, 1);
    }

    /**
     * Returns an upload of several files, all in this field.
     *
     * @param maxCount how many there may be; {@link UploadLimits#files()} holds, too
     * @throws IllegalArgumentException if negative
     */
    public static Upload array(String fieldname, int maxCount) {
        return new Forms(null).array(fieldname, maxCount);
    }

    /**
     * Returns an upload of files in several fields.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Upload fields(UploadField... fields) {
        return new Forms(null).fields(fields);
    }

    /** Returns an upload of text fields alone. */
    public static Upload none() {
        return new Forms(null).none();
    }

    /** Returns an upload of files in whatever field, as many as {@link UploadLimits#files()} allows. */
    public static Upload any() {
        return new Forms(null).any();
    }

    /** Returns the same kinds of uploads with options of their own instead of the application's. */
    public static Forms with(UploadOptions options) {
        return new Forms(options);
    }

    /**
     * Reads the form. The body is read once, and files go straight to their storage. From now on validation sees the form; reading a
     * request again returns the same form. Runs on the calling thread and ends when the body has ended.
     *
     * <p>Call it before anything asks the request for a parameter. Where something did, the container has taken the body apart; the form is
     * then made of {@code request.getParts()}, slower, but to the same rules, provided that the servlet is {@code @MultipartConfig}.
     *
     * @throws UploadException if the form is refused; what was stored of it is deleted, and the body read so far that the client hears of it
     * @throws IOException if a file cannot be stored; likewise
     */
    public UploadForm parse(HttpServletRequest request) throws IOException {
        if (request.getAttribute(FormData.ATTRIBUTE) instanceof UploadForm form) {
            return form;
        }
        UploadForm form = new RequestParser(request, optionsFor(request), this).parse();
        request.setAttribute(FormData.ATTRIBUTE, form);
        UploadMeters.count(request.getServletContext(), form.files());
        return form;
    }

    private UploadOptions optionsFor(HttpServletRequest request) {
        return options == null ? UploadOptions.of(request.getServletContext()) : options;
    }

    /** Returns the rules of the field, if it may bring as many files. */
    Optional<UploadField> field(String name, int count) {
        return fields == null
                ? Optional.of(UploadField.of(name, count))
                : Optional.ofNullable(fields.get(name)).filter(field -> count <= field.maxCount());
    }

    /** The kinds of uploads, with options of their own. Immutable. */
    public static final class Forms {
        private final UploadOptions options;

        private Forms(UploadOptions options) {
            this.options = options;
        }

        /** Returns an upload of at most one file, in this field. */
        public Upload single(String fieldname) {
            return array(fieldname, 1);
        }

        /**
         * Returns an upload of several files, all in this field.
         *
         * @param maxCount how many there may be; {@link UploadLimits#files()} holds, too
         * @throws IllegalArgumentException if negative
         */
        public Upload array(String fieldname, int maxCount) {
            return fields(UploadField.of(fieldname, maxCount));
        }

        /**
         * Returns an upload of files in several fields.
         *
         * @throws IllegalArgumentException if two have the same name
         */
        public Upload fields(UploadField... fields) {
            Map<String, UploadField> byName = new HashMap<>();
            for (UploadField field : fields) {
                if (byName.put(field.name(), field) != null) {
                    throw new IllegalArgumentException("fields: '" + field.name() + "' is there twice");
                }
            }
            return new Upload(options, Map.copyOf(byName));
        }

        /** Returns an upload of text fields alone. */
        public Upload none() {
            return new Upload(options, Map.of());
        }

        /** Returns an upload of files in whatever field, as many as {@link UploadLimits#files()} allows. */
        public Upload any() {
            return new Upload(options, null);
        }
    }
}
