package dev.tenon.session;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** How the id of a session travels between client and server (Jakarta Servlet 6.0, section 7.1). Thread-safe. */
interface SessionTransport {
    /** The id that the client sent, whatever it is worth. */
    Optional<String> read(HttpServletRequest request);

    /**
     * Tells the client its id.
     *
     * @param maxAge how long it is good for; empty for as long as {@link #maxAge()} says
     */
    void tell(HttpServletRequest request, HttpServletResponse response, String id, Optional<Duration> maxAge);

    /** Takes the id from the client. */
    void forget(HttpServletRequest request, HttpServletResponse response);

    /** How long the client keeps an id; empty for as long as it runs. */
    default Optional<Duration> maxAge() {
        return Optional.empty();
    }

    /** What the Servlet specification calls it; empty for what it does not know. */
    Optional<SessionTrackingMode> mode();

    /** The URL with the id in it, where that is how ids travel. */
    default String encode(HttpServletRequest request, String url, String id) {
        return url;
    }
}
