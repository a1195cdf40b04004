package dev.tenon.upload;

/**
 * Why an upload was refused: a closed list. The first twelve are multer's own codes, the rest name what multer leaves to its parser. Clients
 * get the name as member {@code code} of the problem.
 */
public enum UploadCode {
    /** More parts than {@link UploadLimits#parts()}. */
    LIMIT_PART_COUNT(413, "The form has too many parts"),
    /** A file larger than {@link UploadLimits#fileSize()}. */
    LIMIT_FILE_SIZE(413, "The file is too large"),
    /** More files than {@link UploadLimits#files()}. */
    LIMIT_FILE_COUNT(413, "The form has too many files"),
    /** A field name longer than {@link UploadLimits#fieldNameSize()}. */
    LIMIT_FIELD_KEY(413, "A field name is too long"),
    /** A text longer than {@link UploadLimits#fieldSize()}. */
    LIMIT_FIELD_VALUE(413, "A field value is too long"),
    /** More text fields than {@link UploadLimits#fields()}. */
    LIMIT_FIELD_COUNT(413, "The form has too many fields"),
    /** A file in a field where none is expected, or one more than are. */
    LIMIT_UNEXPECTED_FILE(400, "The form has a file that is not expected"),
    /** A part without a field name. */
    MISSING_FIELD_NAME(400, "A part of the form has no field name"),
    /** A field name with more brackets than {@link UploadLimits#fieldNestingDepth()}. */
    LIMIT_FIELD_NESTING(413, "A field name is nested too deep"),
    /** A number in brackets above {@link UploadLimits#fieldArrayIndexLimit()}. */
    LIMIT_FIELD_ARRAY_INDEX(413, "A number in a field name is too high"),
    /** The connection broke before the body ended. */
    STREAM_DESTROYED(400, "The upload broke off"),
    /** A field name that contradicts another; multer's code, which Tenon never gives: it keeps both. */
    INVALID_FIELD_NAME(400, "A field name is invalid"),
    /** More headers in one part than {@link UploadLimits#headerPairs()}. */
    LIMIT_HEADER_PAIRS(413, "A part of the form has too many headers"),
    /** More than 16 KiB of headers in one part. */
    LIMIT_HEADER_SIZE(413, "A part of the form has headers that are too long"),
    /** A body that breaks the rules of RFC 7578 or RFC 2046, or ends too early. */
    MALFORMED_BODY(400, "The form cannot be read"),
    /** A file whose extension is not among {@link UploadOptions.Builder#extensions}, or whose content is not what its extension says. */
    UNSUPPORTED_FILE_TYPE(415, "Files of this type are not allowed"),
    /** A file that a {@link FileFilter} of the application refused. */
    FILE_REFUSED(422, "The file was refused"),
    /** A picture of more pixels than {@link UploadLimits#imagePixels()}. */
    LIMIT_IMAGE_PIXELS(413, "The picture has too many pixels"),
    /** An archive of more files than {@link UploadLimits#archiveEntries()}. */
    LIMIT_ARCHIVE_ENTRIES(413, "The archive has too many files"),
    /** An archive that unpacks to more than {@link UploadLimits#archiveSize()} or {@link UploadLimits#archiveRatio()}, or whose files overlap. */
    LIMIT_ARCHIVE_SIZE(413, "The archive unpacks to too much"),
    /** Files of one session that are more than {@link UploadLimits#sessionQuota()}. */
    LIMIT_SESSION_QUOTA(413, "The files of this session are too large"),
    /** A file in which a scanner found malware. */
    FILE_INFECTED(422, "The file is infected"),
    /** A file that a scanner could not scan. */
    SCAN_FAILED(503, "The file could not be scanned"),
    /** A request whose body is not {@code multipart/form-data}. */
    NOT_MULTIPART(415, "The request is not multipart/form-data");

    private final int status;
    private final String title;

    UploadCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the HTTP status that goes with the code: 413 for what is too much, 415 for another type, 422 for what the application or a scanner refused, 503 for a scanner that
     * does not answer, else 400. */
    public int status() {
        return status;
    }

    String title() {
        return title;
    }
}
