package dev.tenon.realtime.web;

import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Decides which pages may open a WebSocket. Browsers send cookies with a WebSocket of any page, and CORS does not hold it back: the server
 * has to look at the origin (RFC 6455, section 10.2).
 */
final class Origins {
    private final CorsOptions cors;

    Origins(CorsOptions cors) {
        this.cors = cors;
    }

    /**
     * Returns whether the origin is the host's own, or one that CORS allows. A client without an origin is no browser, and is let in.
     *
     * @param origin the header of the request; null if it has none
     * @param host what the client asked, with its port if it named one; may be null
     * @param secure whether the client is known to have come over TLS: then a page that came without is another site's, for anybody on the way can have written it
     */
    boolean allow(String origin, String host, boolean secure) {
        return origin == null || cors.allows(origin) || isSame(origin.toLowerCase(Locale.ROOT), host, secure);
    }

    private static boolean isSame(String origin, String host, boolean secure) {
        int scheme = origin.indexOf("://");
        if (host == null || scheme < 0 || (secure && origin.startsWith("http:"))) {
            return false;
        }
        String port = origin.startsWith("https:") ? ":443" : ":80";
        return withoutPort(origin.substring(scheme + 3), port).equals(withoutPort(host.toLowerCase(Locale.ROOT), port));
    }

    /**
     * Returns whether the request is one that a page of the host, or one that CORS allows, has sent by a script. Any page can make a browser open
     * an address or post a form, and the cookies may go along (Fetch Metadata, sections 2.1 and 2.3; browsers tell it over TLS and on localhost).
     */
    boolean trust(HttpServletRequest request, TrustedProxies proxies) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            return false;
        }
        String origin = request.getHeader("Origin");
        boolean silent = origin == null && site == null; // no browser, an old one, or a GET without TLS
        return silent
                || "same-origin".equals(site)
                || (origin != null && allow(origin, proxies.host(request), proxies.isSecure(request)));
    }

    private static String withoutPort(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
