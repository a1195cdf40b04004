package dev.tenon.session;

import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How ids travel in this application: decided at the first request, since its listeners may set tracking modes and cookie until it has started.
 * Thread-safe.
 */
final class TransportChoice implements Supplier<SessionTransport> {
    private final ServletContext context;
    private final SessionOptions options;
    private final TrustedProxies proxies;
    private final SessionIds ids;
    private volatile SessionTransport chosen;

    TransportChoice(ServletContext context, SessionOptions options, TrustedProxies proxies, SessionIds ids) {
        this.context = context;
        this.options = options;
        this.proxies = proxies;
        this.ids = ids;
    }

    @Override
    public SessionTransport get() {
        if (chosen == null) {
            chosen = choose();
        }
        return chosen;
    }

    /**
     * Returns the choice as it is now.
     *
     * @throws IllegalArgumentException if browsers would drop the cookie
     * @throws IllegalStateException if the application wants sessions to be those of TLS
     */
    SessionTransport choose() {
        CookieStyle style = CookieStyle.of(options, context).checked();
        if (options.externalKey().isPresent()) {
            return new ExternalTransport(options.externalKey().get());
        }
        return isByUrl()
                ? new UrlTransport(style.key())
                : new SessionCookie(style, options.cookie(), proxies, ids::isPossible);
    }

    /** Servers allow cookies and URLs where nobody said anything; an id in a URL is shown around, so that is taken for cookies. */
    private boolean isByUrl() {
        Set<SessionTrackingMode> modes = context.getEffectiveSessionTrackingModes();
        if (modes.contains(SessionTrackingMode.SSL)) {
            throw new IllegalStateException("Tenon cannot start: stored sessions are not tracked by SSL");
        }
        return modes.contains(SessionTrackingMode.URL) && !modes.contains(SessionTrackingMode.COOKIE);
    }
}
