package dev.tenon.session;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** As the application says. */
record ExternalTransport(ExternalKey key) implements SessionTransport {
    @Override
    public Optional<String> read(HttpServletRequest request) {
        return key.get(request);
    }

    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, String id, Optional<Duration> maxAge) {
        key.set(response, id);
    }

    @Override
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        key.set(response, "");
    }

    @Override
    public Optional<SessionTrackingMode> mode() {
        return Optional.empty();
    }
}
