package dev.tenon.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cookie that carries the id (RFC 6265). Tenon reads and writes the headers itself: Tomcat refuses names such as {@code kkb:sess}. Immutable.
 */
final class SessionCookie {
    private final SessionOptions options;
    private final TrustedProxies proxies;
    private final String path;

    /**
     * Sets how it is.
     *
     * @param contextPath empty for the root application
     */
    SessionCookie(SessionOptions options, TrustedProxies proxies, String contextPath) {
        this.options = options;
        this.proxies = proxies;
        this.path = options.path().orElse(contextPath.isEmpty() ? "/" : encoded(contextPath));
    }

    /** As a browser writes it in the first line of its request, and compares it (RFC 6265, section 5.1.4). */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(UTF_8)) {
            if (b > ' ' && b < 0x7f && ";,\"".indexOf(b) < 0) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b));
            }
        }
        return encoded.toString();
    }

    /** The value that the browser sent: of several, the first that Tenon may have made, else the first. */
    Optional<String> read(HttpServletRequest request) {
        List<String> values = new ArrayList<>();
        String prefix = options.key() + "=";
        for (String header : Collections.list(request.getHeaders("Cookie"))) {
            for (String pair : header.split(";", -1)) {
                if (pair.strip().startsWith(prefix)) {
                    values.add(pair.strip().substring(prefix.length()));
                }
            }
        }
        return values.stream().filter(SessionId::isPossible).findFirst().or(() -> values.stream()
                .findFirst());
    }

    boolean isRolling() {
        return options.rolling();
    }

    /** The {@code Set-Cookie} that tells the id. */
    String telling(String id, HttpServletRequest request) {
        return header(id, options.maxAge(), request);
    }

    /** The {@code Set-Cookie} that takes the cookie away. */
    String expiring(HttpServletRequest request) {
        return header("", Optional.of(Duration.ZERO), request);
    }

    private String header(String value, Optional<Duration> maxAge, HttpServletRequest request) {
        StringBuilder header = new StringBuilder(options.key()).append('=').append(value);
        header.append("; Path=").append(path);
        options.domain().ifPresent(domain -> header.append("; Domain=").append(domain));
        maxAge.ifPresent(age -> header.append("; Max-Age=").append(age.toSeconds()));
        if (options.secure().orElseGet(() -> proxies.isSecure(request))) {
            header.append("; Secure");
        }
        if (options.httpOnly()) {
            header.append("; HttpOnly");
        }
        return header.append("; SameSite=").append(sameSite()).toString();
    }

    private String sameSite() {
        String name = options.sameSite().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
