package dev.tenon.realtime.engine;

import java.io.IOException;
import java.util.Optional;

/** The body of a POST, read when the session is ready for it. */
public interface PostBody {
    /** Returns whether it is text, or bytes, as only version 3 of the protocol posts them. */
    boolean isText();

    /**
     * Returns the whole body; blocks until it is there.
     *
     * @param maxBytes how much is read
     * @return empty if the body is larger
     * @throws IOException if the client went away
     */
    Optional<byte[]> read(int maxBytes) throws IOException;
}
