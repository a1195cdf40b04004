package dev.tenon.realtime.web;

/**
 * A cookie with the id of a session, for a load balancer that keeps a client on one server by it (RFC 6265bis, section 4.1). Tenon itself reads it
 * nowhere. Over TLS it is {@code Secure}.
 */
record SidCookie(String name, String path, boolean httpOnly, String sameSite) {
    /** Returns the header that sets the cookie. */
    String header(String sid, boolean secure) {
        return name + "=" + sid + "; Path=" + path + (httpOnly ? "; HttpOnly" : "") + "; SameSite=" + sameSite
                + (secure ? "; Secure" : "");
    }
}
