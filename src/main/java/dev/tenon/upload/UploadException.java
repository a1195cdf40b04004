package dev.tenon.upload;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;

/**
 * Refuses an upload. Whatever the request had stored is deleted before it is thrown. Its problem has the status of the code and the
 * members {@code code} and, where one is to blame, {@code field}.
 */
public final class UploadException extends TenonException {
    private static final long serialVersionUID = 1L;

    private final UploadCode code;
    private final String field;
    private final String filename;

    /**
     * @param detail what went wrong this time; null when the code says it all
     * @param field null when no field is to blame
     * @param filename null when no file is to blame
     * @param cause may be null
     */
    UploadException(UploadCode code, String detail, String field, String filename, Throwable cause) {
        super(problem(code, detail, field), cause);
        this.code = code;
        this.field = field;
        this.filename = filename;
    }

    static UploadException malformed(String detail) {
        return new UploadException(UploadCode.MALFORMED_BODY, detail, null, null, null);
    }

    /**
     * Returns what a {@link FileFilter} throws to refuse a form because of this file.
     *
     * @param detail the reason, which the client is told; null when there is nothing to tell
     */
    public static UploadException refused(IncomingFile file, String detail) {
        return new UploadException(UploadCode.FILE_REFUSED, detail, file.fieldname(), file.originalname(), null);
    }

    /**
     * Returns what a {@link FileScanner} throws when it found malware in this file.
     *
     * @param name what it found, which the client is told; null when there is nothing to tell
     */
    public static UploadException infected(IncomingFile file, String name) {
        return new UploadException(UploadCode.FILE_INFECTED, name, file.fieldname(), file.originalname(), null);
    }

    private static HttpProblem problem(UploadCode code, String detail, String field) {
        HttpProblem problem =
                HttpProblem.of(code.status(), code.title(), detail).with("code", code.name());
        return field == null ? problem : problem.with("field", field);
    }

    /** Returns why. */
    public UploadCode code() {
        return code;
    }

    /** Returns the name of the field that is to blame, as the client sent it; null when none is. */
    public String field() {
        return field;
    }

    /** Returns the cleaned name of the file that is to blame; null when none is. */
    public String filename() {
        return filename;
    }
}
