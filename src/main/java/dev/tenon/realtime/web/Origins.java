package dev.tenon.realtime.web;

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
     */
    boolean allow(String origin, String host) {
        return origin == null || cors.allows(origin) || isSame(origin.toLowerCase(Locale.ROOT), host);
    }

    private static boolean isSame(String origin, String host) {
        int scheme = origin.indexOf("://");
        if (host == null || scheme < 0) {
            return false;
        }
        String port = origin.startsWith("https:") ? ":443" : ":80";
        return withoutPort(origin.substring(scheme + 3), port).equals(withoutPort(host.toLowerCase(Locale.ROOT), port));
    }

    private static String withoutPort(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
