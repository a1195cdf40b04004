package dev.tenon.session;

import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The cookie that carries the id (RFC 6265). Tenon reads and writes the headers itself: Tomcat refuses names such as {@code kkb:sess}. Immutable.
 */
final class SessionCookie implements SessionTransport {
    private static final String SET_COOKIE = "Set-Cookie";

    private final CookieStyle style;
    private final TrustedProxies proxies;
    private final Predicate<String> isPossible;
    private final boolean overwrite;
    private final Optional<Signature> signature;

    /** Sets what it is like, and which ids there may be. */
    SessionCookie(CookieStyle style, CookieOptions options, TrustedProxies proxies, Predicate<String> isPossible) {
        this.style = style;
        this.proxies = proxies;
        this.isPossible = isPossible;
        this.overwrite = options.overwrite();
        this.signature = Optional.of(new Signature(options.keys())).filter(keys -> options.signed());
    }

    /** The value that the browser sent: of several, the first that Tenon may have made, else the first. */
    @Override
    public Optional<String> read(HttpServletRequest request) {
        List<String> values = values(request, style.key());
        if (signature.isPresent()) {
            List<String> signatures = values(request, style.key() + ".sig");
            values.removeIf(value ->
                    signatures.stream().noneMatch(sig -> signature.get().isOf(style.key(), value, sig)));
        }
        for (String value : values) {
            if (isPossible.test(value)) {
                return Optional.of(value);
            }
        }
        return values.stream().findFirst();
    }

    /** RFC 6265, section 4.1.1, allows quotes; java.net.CookieManager sends them with every cookie that has a Max-Age. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> values(HttpServletRequest request, String name) {
        List<String> values = new ArrayList<>();
        Enumeration<String> headers = request.getHeaders("Cookie");
        while (headers.hasMoreElements()) {
            addValues(headers.nextElement(), name + "=", values);
        }
        return values;
    }

    private static void addValues(String header, String start, List<String> values) {
        int begin = 0;
        while (begin < header.length()) {
            int semicolon = header.indexOf(';', begin);
            int end = semicolon < 0 ? header.length() : semicolon;
            String pair = header.substring(begin, end).strip();
            if (pair.startsWith(start)) {
                values.add(unquoted(pair.substring(start.length())));
            }
            begin = end + 1;
        }
    }

    @Override
    public Optional<SessionTrackingMode> mode() {
        return Optional.of(SessionTrackingMode.COOKIE);
    }

    @Override
    public Optional<Duration> maxAge() {
        return style.maxAge();
    }

    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, String id, Optional<Duration> maxAge) {
        Optional<Duration> age = maxAge.or(this::maxAge);
        add(response, style.key(), id, attributes(age, request));
        signature.ifPresent(
                made -> add(response, style.key() + ".sig", made.of(style.key(), id), attributes(age, request)));
    }

    @Override
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        String attributes = attributes(Optional.of(Duration.ZERO), request);
        add(response, style.key(), "", attributes);
        signature.ifPresent(made -> add(response, style.key() + ".sig", "", attributes));
    }

    /** Once is enough; whether an older one goes is an option. */
    private void add(HttpServletResponse response, String name, String value, String attributes) {
        String header = name + "=" + value + attributes;
        List<String> present = new ArrayList<>(response.getHeaders(SET_COOKIE));
        if (!present.contains(header)) {
            if (overwrite && present.removeIf(other -> other.startsWith(name + "="))) {
                present.add(header);
                replaceAll(response, present);
            } else {
                response.addHeader(SET_COOKIE, header);
            }
        }
    }

    /** Servlets have no other way to take one header of several back. */
    private static void replaceAll(HttpServletResponse response, List<String> headers) {
        response.setHeader(SET_COOKIE, headers.get(0));
        headers.stream().skip(1).forEach(header -> response.addHeader(SET_COOKIE, header));
    }

    private String attributes(Optional<Duration> maxAge, HttpServletRequest request) {
        StringBuilder text = new StringBuilder("; Path=").append(style.path());
        style.domain().ifPresent(domain -> text.append("; Domain=").append(domain));
        maxAge.ifPresent(age -> text.append("; Max-Age=").append(age.toSeconds()));
        if (style.secure().orElseGet(() -> proxies.isSecure(request))) {
            text.append("; Secure");
        }
        if (style.httpOnly()) {
            text.append("; HttpOnly");
        }
        text.append("; SameSite=").append(sameSite());
        if (style.partitioned()) {
            text.append("; Partitioned");
        }
        style.others().forEach((name, value) -> text.append("; ").append(value.isEmpty() ? name : name + "=" + value));
        return text.toString();
    }

    private String sameSite() {
        String name = style.sameSite().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
