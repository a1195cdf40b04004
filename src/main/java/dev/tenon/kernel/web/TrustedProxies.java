package dev.tenon.kernel.web;

import dev.tenon.kernel.Setting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Knows whose {@code X-Forwarded-*} headers count; nobody's unless {@value #KEY} says so. Immutable. */
public final class TrustedProxies {
    /** The key: addresses or networks such as {@code 10.0.0.0/8}, separated by commas. */
    public static final String KEY = "tenon.web.trustedProxies";

    /** The setting of {@value #KEY}. */
    public static final Setting<TrustedProxies> SETTING = Setting.of(
            KEY,
            new TrustedProxies(List.of()),
            "addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas",
            TrustedProxies::parse);

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Returns the proxies that the text names.
     *
     * @throws IllegalArgumentException if an entry is no address and no network
     */
    public static TrustedProxies parse(String text) {
        return new TrustedProxies(
                text.isBlank()
                        ? List.of()
                        : List.of(text.split(",")).stream().map(Network::parse).toList());
    }

    /** Returns whether the request came from the browser over TLS. */
    public boolean isSecure(HttpServletRequest request) {
        return header(request, "X-Forwarded-Proto")
                .map("https"::equalsIgnoreCase)
                .orElseGet(request::isSecure);
    }

    /** Returns the host, with its port if it has one, that the browser asked; null when a request of HTTP/1.0 names none. */
    public String host(HttpServletRequest request) {
        return header(request, "X-Forwarded-Host").orElseGet(() -> request.getHeader("Host"));
    }

    /** Returns the address of the client: the last one in {@code X-Forwarded-For} that is no trusted proxy, or else the connection's. */
    public String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String[] hops = String.join(",", list(request, "X-Forwarded-For")).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trusts(address) && !hops[i].isBlank(); i--) {
            address = hops[i].strip();
        }
        return address;
    }

    private Optional<String> header(HttpServletRequest request, String name) {
        String value = trusts(request.getRemoteAddr()) ? request.getHeader(name) : null;
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.split(",", 2)[0].strip());
    }

    private static List<String> list(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private boolean trusts(String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
