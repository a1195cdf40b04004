package dev.tenon.realtime.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Writes what the CORS protocol asks of an answer. */
final class Cors {
    private final CorsOptions options;

    Cors(CorsOptions options) {
        this.options = options;
    }

    /** Sets the headers that let the page of the request read the answer. */
    void allow(HttpServletRequest request, HttpServletResponse response) {
        if (options.allowsAny()) {
            response.setHeader("Access-Control-Allow-Origin", CorsOptions.ANY);
        } else if (!options.isOff()) {
            allowNamed(request.getHeader("Origin"), response);
        }
    }

    private void allowNamed(String origin, HttpServletResponse response) {
        response.addHeader("Vary", "Origin");
        if (origin != null && options.allows(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            if (options.credentials()) {
                response.setHeader("Access-Control-Allow-Credentials", "true");
            }
        }
    }

    boolean isPreflight(HttpServletRequest request) {
        return !options.isOff() && request.getMethod().equals("OPTIONS");
    }

    /** Answers the request that a browser sends before the one that a page wants to send. */
    void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", options.methods()));
        allowHeaders(request, response);
        if (!options.maxAge().isZero()) {
            response.setHeader(
                    "Access-Control-Max-Age", String.valueOf(options.maxAge().toSeconds()));
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void allowHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!options.headers().isEmpty()) {
            response.setHeader("Access-Control-Allow-Headers", String.join(", ", options.headers()));
            return;
        }
        String asked = request.getHeader("Access-Control-Request-Headers");
        if (asked != null) {
            response.addHeader("Vary", "Access-Control-Request-Headers");
            response.setHeader("Access-Control-Allow-Headers", asked);
        }
    }
}
