package dev.tenon.realtime.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an {@link EngineWeb} meets the web; the defaults are the reference server's. Immutable. */
public final class WebOptions {
    private final String path;
    private final boolean addTrailingSlash;
    private final List<String> corsOrigin;
    private final CorsOptions cors;
    private final Optional<SidCookie> cookie;
    private final boolean httpCompression;
    private final int httpCompressionThreshold;
    private final boolean perMessageDeflate;
    private final boolean serveClient;

    private WebOptions(Builder builder) {
        path = builder.path;
        addTrailingSlash = builder.addTrailingSlash;
        corsOrigin = builder.corsOrigin;
        cors = builder.cors();
        cookie = Optional.ofNullable(builder.cookieName)
                .map(name -> new SidCookie(name, builder.cookiePath, builder.cookieHttpOnly, builder.cookieSameSite));
        httpCompression = builder.httpCompression;
        httpCompressionThreshold = builder.httpCompressionThreshold;
        perMessageDeflate = builder.perMessageDeflate;
        serveClient = builder.serveClient;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns where clients connect; it begins and ends with a slash. */
    public String path() {
        return path;
    }

    /** Returns whether clients ask for the path with its last slash; true by default. */
    public boolean addTrailingSlash() {
        return addTrailingSlash;
    }

    /** Returns the path as clients ask for it. */
    String clientPath() {
        return addTrailingSlash ? path : path.substring(0, path.length() - 1);
    }

    /** Returns the origins whose pages may connect; none by default. */
    public List<String> corsOrigin() {
        return corsOrigin;
    }

    /** Returns whether they may send cookies. */
    public boolean corsCredentials() {
        return cors.credentials();
    }

    CorsOptions cors() {
        return cors;
    }

    /** Returns the cookie that tells the id of a session to what stands before the server; none by default. */
    Optional<SidCookie> cookie() {
        return cookie;
    }

    /** Returns whether the answers to polls are compressed; true by default. */
    public boolean httpCompression() {
        return httpCompression;
    }

    /** Returns from how many bytes on they are; 1024 by default. */
    public int httpCompressionThreshold() {
        return httpCompressionThreshold;
    }

    Compression compression() {
        return new Compression(httpCompression ? httpCompressionThreshold : Integer.MAX_VALUE);
    }

    /** Returns whether a WebSocket may use the container's extensions; false by default. */
    public boolean perMessageDeflate() {
        return perMessageDeflate;
    }

    /** Returns whether the files of the client are served; true by default. */
    public boolean serveClient() {
        return serveClient;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private String path = "/socket.io/";
        private boolean addTrailingSlash = true;
        private List<String> corsOrigin = List.of();
        private List<String> corsMethods = List.of("GET", "POST");
        private List<String> corsAllowedHeaders = List.of();
        private Optional<Boolean> corsCredentials = Optional.empty();
        private Duration corsMaxAge = Duration.ZERO;
        private String cookieName;
        private String cookiePath = "/";
        private boolean cookieHttpOnly = true;
        private String cookieSameSite = "Lax";
        private boolean httpCompression = true;
        private int httpCompressionThreshold = 1024;
        private boolean perMessageDeflate;
        private boolean serveClient = true;

        private Builder() {}

        /**
         * Sets where clients connect; a missing slash at the end is added.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or is nothing else, or has a star
         */
        public Builder path(String path) {
            String full = path.endsWith("/") ? path : path + "/";
            if (!full.matches("/([^/*{}?#]+/)+")) {
                throw new IllegalArgumentException("path must be like /socket.io/, not '" + path + "'");
            }
            this.path = full;
            return this;
        }

        /** Sets whether clients ask for the path with its last slash. */
        public Builder addTrailingSlash(boolean addTrailingSlash) {
            this.addTrailingSlash = addTrailingSlash;
            return this;
        }

        /**
         * Sets the origins whose pages may connect, or {@code *}.
         *
         * @throws IllegalArgumentException if one is neither an origin nor {@code *}
         */
        public Builder corsOrigin(List<String> origins) {
            CorsOptions.of(origins, false);
            corsOrigin = List.copyOf(origins);
            return this;
        }

        /** Sets the methods that the answer to a preflight names. */
        public Builder corsMethods(List<String> methods) {
            corsMethods = CorsOptions.tokens("corsMethods", methods);
            return this;
        }

        /** Sets the headers that the answer to a preflight names; empty for those that it asks for. */
        public Builder corsAllowedHeaders(List<String> headers) {
            corsAllowedHeaders = CorsOptions.tokens("corsAllowedHeaders", headers);
            return this;
        }

        /** Sets whether pages of those origins may send cookies; unless set, they may where the origins are named. */
        public Builder corsCredentials(boolean credentials) {
            corsCredentials = Optional.of(credentials);
            return this;
        }

        /** Sets how long a browser may keep the answer to a preflight; zero leaves that to the browser. */
        public Builder corsMaxAge(Duration maxAge) {
            corsMaxAge = maxAge;
            return this;
        }

        private CorsOptions cors() {
            return CorsOptions.of(corsOrigin, corsCredentials.orElse(!corsOrigin.contains(CorsOptions.ANY)))
                    .preflight(corsMethods, corsAllowedHeaders, corsMaxAge);
        }

        /**
         * Sets the name of the cookie that tells the id of a session.
         *
         * @throws IllegalArgumentException if it is no token
         */
        public Builder cookie(String name) {
            cookieName = CorsOptions.tokens("cookie", List.of(name)).get(0);
            return this;
        }

        /**
         * Sets the path of the cookie.
         *
         * @throws IllegalArgumentException if it does not begin with a slash, or no cookie can have it
         */
        public Builder cookiePath(String path) {
            if (!path.matches("/[!-:<-~]*")) {
                throw new IllegalArgumentException("cookiePath must begin with a slash, not '" + path + "'");
            }
            cookiePath = path;
            return this;
        }

        /** Sets whether the cookie is kept from scripts. */
        public Builder cookieHttpOnly(boolean httpOnly) {
            cookieHttpOnly = httpOnly;
            return this;
        }

        /**
         * Sets to which requests of other sites the cookie goes.
         *
         * @throws IllegalArgumentException if it is none of Strict, Lax and None
         */
        public Builder cookieSameSite(String sameSite) {
            if (!List.of("Strict", "Lax", "None").contains(sameSite)) {
                throw new IllegalArgumentException(
                        "cookieSameSite must be Strict, Lax or None, not '" + sameSite + "'");
            }
            cookieSameSite = sameSite;
            return this;
        }

        /** Sets whether the answers to polls are compressed. */
        public Builder httpCompression(boolean compression) {
            httpCompression = compression;
            return this;
        }

        /** Sets from how many bytes on an answer to a poll is compressed. */
        public Builder httpCompressionThreshold(int bytes) {
            httpCompressionThreshold = bytes;
            return this;
        }

        /** Sets whether a WebSocket may use the container's extensions. */
        public Builder perMessageDeflate(boolean deflate) {
            perMessageDeflate = deflate;
            return this;
        }

        /** Sets whether the files of the client are served. */
        public Builder serveClient(boolean serve) {
            serveClient = serve;
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalArgumentException if every origin may send cookies
         */
        public WebOptions build() {
            return new WebOptions(this);
        }
    }
}
