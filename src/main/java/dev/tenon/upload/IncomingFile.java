package dev.tenon.upload;

/**
 * What a client says about a file before its bytes come; multer's keys. Nothing here is to be trusted. Immutable.
 *
 * @param fieldname the name of the form field
 * @param originalname the name that the file had at the client, cleaned: no folders, no control or bidirectional characters, at most 255
 *     characters, never empty. It is for people to read, not for the name of a stored file
 * @param encoding the transfer encoding that the part claims, in lower case; {@code 7bit} when it claims none. Tenon does not decode it
 * @param mimetype the media type that the part claims, in lower case and without parameters; {@code text/plain} when it claims none
 */
public record IncomingFile(String fieldname, String originalname, String encoding, String mimetype) {
    /**
     * Returns what is said about a file that comes by another way than a form.
     *
     * @param name as the client sent it; it is cleaned, and may be null
     * @param type the media type as the client sent it; null when it sent none
     */
    public static IncomingFile of(String fieldname, String name, String type) {
        String cleaned = OriginalName.clean(name == null ? "" : name);
        return new IncomingFile(fieldname, cleaned, "binary", PartHeaders.mediaType(type));
    }
}
