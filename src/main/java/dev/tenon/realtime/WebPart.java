package dev.tenon.realtime;

import dev.tenon.realtime.web.WebOptions;
import java.time.Duration;
import java.util.List;

/** What an application says of requests and answers, as a part of {@link RealtimeOptions.Builder}. */
abstract class WebPart<B> extends EnginePart<B> {
    final WebOptions.Builder web = WebOptions.builder();

    /**
     * Sets where clients connect, below the path of the application; {@code /socket.io/} unless set. A missing slash at the end is added.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or is nothing else, or has a star
     */
    public B path(String path) {
        web.path(path);
        return self();
    }

    /**
     * Sets whether clients ask for the path with its last slash, as stock ones do; true unless set. When false, a WebSocket opens at
     * {@code /socket.io}, for clients with {@code addTrailingSlash: false}.
     */
    public B addTrailingSlash(boolean addTrailingSlash) {
        web.addTrailingSlash(addTrailingSlash);
        return self();
    }

    /**
     * Sets the origins, such as {@code https://shop.example}, that may connect beside the application's own.
     * {@code *} lets every page of the web connect, on WebSocket with the cookies of its visitor: not for applications that trust
     * cookies. None unless set.
     *
     * @throws IllegalArgumentException if one is neither an origin nor {@code *}
     */
    public B corsOrigin(String... origins) {
        web.corsOrigin(List.of(origins));
        return self();
    }

    /**
     * Sets the methods that the answer to a browser's preflight names; {@code GET} and {@code POST} unless set.
     *
     * @throws IllegalArgumentException if one is no word of HTTP
     */
    public B corsMethods(String... methods) {
        web.corsMethods(List.of(methods));
        return self();
    }

    /**
     * Sets the headers that the answer to a browser's preflight names; whatever the page asks for unless set.
     *
     * @throws IllegalArgumentException if one is no word of HTTP
     */
    public B corsAllowedHeaders(String... headers) {
        web.corsAllowedHeaders(List.of(headers));
        return self();
    }

    /**
     * Sets whether pages of other origins may send cookies with their polls; unless set, those of named origins may, and with {@code *} none.
     * {@link RealtimeOptions.Builder#build} throws if it is true for {@code *}, because no browser would accept that.
     */
    public B corsCredentials(boolean credentials) {
        web.corsCredentials(credentials);
        return self();
    }

    /**
     * Sets how long a browser may keep the answer to a preflight, up to 1 day; unless set, or when zero, as long as it likes.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public B corsMaxAge(Duration maxAge) {
        web.corsMaxAge(within("corsMaxAge", maxAge, Duration.ZERO, MAX_TIME));
        return self();
    }

    /**
     * Sets the name of a cookie that tells the secret id of a connection to a load balancer, such as {@code io}; no cookie unless set. Tenon
     * itself reads it nowhere. Over TLS it is {@code Secure}.
     *
     * @throws IllegalArgumentException if no cookie can have the name
     */
    public B cookie(String name) {
        web.cookie(name);
        return self();
    }

    /**
     * Sets the path of that cookie; {@code /} unless set.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or no cookie can have it
     */
    public B cookiePath(String path) {
        web.cookiePath(path);
        return self();
    }

    /** Sets whether that cookie is kept from scripts; true unless set. */
    public B cookieHttpOnly(boolean httpOnly) {
        web.cookieHttpOnly(httpOnly);
        return self();
    }

    /**
     * Sets with which requests of other sites that cookie goes: {@code Strict}, {@code Lax} or {@code None}; {@code Lax} unless set.
     *
     * @throws IllegalArgumentException if it is another word
     */
    public B cookieSameSite(String sameSite) {
        web.cookieSameSite(sameSite);
        return self();
    }

    /** Sets whether the answers to polls are compressed with gzip or deflate for clients that can read it; true unless set. */
    public B httpCompression(boolean compression) {
        web.httpCompression(compression);
        return self();
    }

    /**
     * Sets from how many bytes on they are, up to 1 GB; 1024 unless set.
     *
     * @throws IllegalArgumentException if it is negative or larger
     */
    public B httpCompressionThreshold(int bytes) {
        web.httpCompressionThreshold(within("httpCompressionThreshold", bytes, 0, MAX_SIZE));
        return self();
    }

    /**
     * Sets whether a WebSocket may use the extensions that the container has, where that is {@code permessage-deflate}; false unless set,
     * because it costs much memory for each connection. How large a message must be, and how it is compressed, is the container's.
     */
    public B perMessageDeflate(boolean deflate) {
        web.perMessageDeflate(deflate);
        return self();
    }

    /**
     * Sets whether the files of the stock client, such as {@code /socket.io/socket.io.js}, are served where the application brings them: in
     * {@code WEB-INF/socket.io-client} or as a WebJar; true unless set. Where it does not, they are answered 404.
     */
    public B serveClient(boolean serve) {
        web.serveClient(serve);
        return self();
    }
}
