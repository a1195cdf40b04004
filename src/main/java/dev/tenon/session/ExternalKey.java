package dev.tenon.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** How the id of a session travels, where it is not by cookie. Whoever has the id has the session. Implementations are thread-safe. */
public interface ExternalKey {
    /** Returns the id that the request carries; empty when it carries none. What it returns may be anything: it is checked. */
    Optional<String> get(HttpServletRequest request);

    /**
     * Gives the client its id, before the response is committed.
     *
     * @param id empty when the session has ended
     */
    void set(HttpServletResponse response, String id);

    /**
     * Returns the transport by a header, in both directions.
     *
     * @param name such as {@code X-Auth-Token}
     * @throws IllegalArgumentException if it is no name of a header (RFC 9110, section 5.1)
     */
    static ExternalKey header(String name) {
        return new HeaderKey(HeaderKey.check(name));
    }
}
