package dev.tenon.upload;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Gives the parts of a form one after the other. Belongs to the thread of its request. */
interface PartSource extends AutoCloseable {
    /**
     * Returns the headers of the next part, passing over what is left of the one before; null after the last.
     *
     * @throws UploadException if the form is malformed or breaks off
     */
    PartHeaders next() throws IOException;

    /**
     * Returns some more bytes of the part, at least one, in an array that may change with the next call; null at the end of the part.
     *
     * @throws UploadException if the form is malformed or breaks off
     */
    ByteBuffer chunk() throws IOException;

    @Override
    void close() throws IOException;
}
