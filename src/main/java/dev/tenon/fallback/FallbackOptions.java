package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a {@link HistoryFallbackFilter} answers, and with which page; named as in connect-history-api-fallback where that has an option of the
 * kind. Immutable.
 */
public final class FallbackOptions {
    private final FallbackMode mode;
    private final String index;
    private final List<Rewrite> rewrites;
    private final List<String> exclude;
    private final List<String> htmlAcceptHeaders;
    private final boolean disableDotRule;
    private final Consumer<String> logger;
    private final boolean serve;
    private final List<String> assets;
    private final PageOptions page;
    private final Decision indexDecision;

    private FallbackOptions(Builder builder) {
        mode = builder.mode;
        index = builder.index;
        rewrites = builder.rewrites;
        exclude = builder.exclude;
        htmlAcceptHeaders = builder.htmlAcceptHeaders;
        disableDotRule = builder.disableDotRule;
        logger = builder.logger == null && builder.verbose ? FallbackLog::info : builder.logger;
        serve = builder.serve;
        page = builder.page;
        assets = folders(builder.assets);
        indexDecision = Decision.page(index);
        FallbackRules.of(this); // refuses what the mode does not allow
    }

    /** Each application in the WAR has its assets beside its page. */
    private List<String> folders(List<String> names) {
        Set<String> folders = new LinkedHashSet<>();
        pages().map(Paths::folder)
                .forEach(folder -> names.forEach(name -> folders.add(folder + name.substring(1) + "/")));
        return List.copyOf(folders);
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns by whose rules the page is given; {@link FallbackMode#STRICT} by default. */
    public FallbackMode mode() {
        return mode;
    }

    /** Returns the page, as a path of the application; {@code /index.html} by default. */
    public String index() {
        return index;
    }

    /** Returns who gets another page than the index, the first that matches; none by default. */
    public List<Rewrite> rewrites() {
        return rewrites;
    }

    /** Returns the paths that never get a page; none by default. */
    public List<String> exclude() {
        return exclude;
    }

    /** Returns what of an {@code Accept} header asks for a page; <code>text/html</code> and <code>*&#47;*</code> by default. */
    public List<String> htmlAcceptHeaders() {
        return htmlAcceptHeaders;
    }

    /** Returns whether a dot in a path tells nothing; false by default. */
    public boolean disableDotRule() {
        return disableDotRule;
    }

    /** Returns who is told of every decision; null, which is the default, for nobody. */
    public Consumer<String> logger() {
        return logger;
    }

    /** Returns whether Tenon answers with the pages and their assets itself; true by default. */
    public boolean serve() {
        return serve;
    }

    /** Returns the folders of assets, each with a slash at its end; {@code /assets/} beside each page by default. */
    public List<String> assets() {
        return assets;
    }

    PageOptions page() {
        return page;
    }

    /** Returns the paths of all pages that do not depend on the request, the index first. */
    Stream<String> pages() {
        return Stream.concat(
                Stream.of(index), rewrites.stream().map(Rewrite::page).flatMap(Optional::stream));
    }

    Decision indexDecision() {
        return indexDecision;
    }

    boolean isBelowAssets(String path) {
        for (String folder : assets) {
            if (Paths.isWithin(path, folder)) {
                return true;
            }
        }
        return false;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private FallbackMode mode = FallbackMode.STRICT;
        private String index = "/index.html";
        private List<Rewrite> rewrites = List.of();
        private List<String> exclude = List.of();
        private List<String> htmlAcceptHeaders = List.of("text/html", "*/*");
        private boolean disableDotRule;
        private boolean verbose;
        private Consumer<String> logger;
        private boolean serve = true;
        private List<String> assets = List.of("/assets");
        private PageOptions page = PageOptions.DEFAULT;

        Builder() {}

        /** Sets by whose rules the page is given. */
        public Builder mode(FallbackMode mode) {
            this.mode = mode;
            return this;
        }

        /**
         * Sets the page.
         *
         * @param path begins with a slash, without the context path
         * @throws IllegalArgumentException if it does not, or points into {@code WEB-INF} or {@code META-INF}
         */
        public Builder index(String path) {
            index = Paths.page(path);
            return this;
        }

        /** Sets who gets another page than the index; the first that matches counts. */
        public Builder rewrites(Rewrite... rewrites) {
            this.rewrites = List.of(rewrites);
            return this;
        }

        /**
         * Sets the paths that never get a page. Paths of servlets, Jakarta REST applications, annotated WebSocket endpoints and Tenon's own need
         * no entry.
         *
         * @param paths each begins with a slash and stands for all below it, too, or is a regular expression that begins with <code>^</code>. In
         *     {@link FallbackMode#KOA2} each is an expression that is looked for anywhere in path and query, as in the port
         * @throws IllegalArgumentException from {@link #build()}, if one is not
         */
        public Builder exclude(String... paths) {
            exclude = List.of(paths);
            return this;
        }

        /** Sets the same as {@link #exclude}, by the name that koa2-connect-history-api-fallback has for it. */
        public Builder whiteList(String... paths) {
            return exclude(paths);
        }

        /**
         * Sets what of an {@code Accept} header asks for a page. The references look for these texts in the header; the strict mode takes them for
         * media types.
         *
         * @param types none: nobody gets a page
         */
        public Builder htmlAcceptHeaders(String... types) {
            htmlAcceptHeaders = List.of(types);
            return this;
        }

        /** Sets whether a dot in a path tells nothing. Assets below their folders stay missing in the strict mode. */
        public Builder disableDotRule(boolean disable) {
            disableDotRule = disable;
            return this;
        }

        /** Sets whether every decision is logged, as {@code INFO}. */
        public Builder verbose(boolean verbose) {
            this.verbose = verbose;
            return this;
        }

        /**
         * Sets who is told of every decision.
         *
         * @param logger called by many threads; null for nobody, or for the log if {@link #verbose} says so
         */
        public Builder logger(Consumer<String> logger) {
            this.logger = logger;
            return this;
        }

        /**
         * Sets whether Tenon answers with the pages and their assets itself, with the headers that they need on every server. Otherwise requests
         * are forwarded to the page, and assets are the container's.
         */
        public Builder serve(boolean serve) {
            this.serve = serve;
            return this;
        }

        /**
         * Sets the folders of assets, seen from the folder of each page.
         *
         * @param folders each begins with a slash, such as {@code /assets} or {@code /static/js}
         * @throws IllegalArgumentException if one does not, or is the root
         */
        public Builder assets(String... folders) {
            assets = Stream.of(folders).map(PageOptions::folder).toList();
            return this;
        }

        /** Sets what becomes of the {@code <base href>} of a page; {@link BasePath#AUTO} by default. */
        public Builder base(BasePath base) {
            page = page.withBase(base);
            return this;
        }

        /**
         * Sets the text that each answer replaces by a fresh nonce, in the page and in {@link #contentSecurityPolicy}; Vite's option
         * {@code html.cspNonce} writes it into the page. Such a page is sent with {@code no-store}.
         *
         * @param placeholder null for no nonce, which is the default
         */
        public Builder cspNonce(String placeholder) {
            page = page.withCspNonce(placeholder);
            return this;
        }

        /**
         * Sets the {@code Content-Security-Policy} of the pages, in which {@link #cspNonce} stands for the nonce. It yields to one that a filter of the
         * application has set.
         *
         * @param policy null for none, which is the default
         */
        public Builder contentSecurityPolicy(String policy) {
            page = page.withContentSecurityPolicy(policy);
            return this;
        }

        /** Sets what pages find as JSON in their element {@code <script id="config">}; values are what JSON has. */
        public Builder config(Map<String, ?> values) {
            page = page.withConfig(values);
            return this;
        }

        /**
         * Sets what pages find as JSON in their element {@code <script id="config">}, asked for with each answer, which shared caches do not keep then.
         *
         * @param values called by many threads
         */
        public Builder config(Function<HttpServletRequest, Map<String, ?>> values) {
            page = page.withConfig(values);
            return this;
        }

        /**
         * Sets the manifest of Vite, from which pages get {@code Link} headers that preload their scripts and styles.
         *
         * @param path seen from the folder of each page; {@code /.vite/manifest.json} by default, which need not be there. Null for no headers
         */
        public Builder manifest(String path) {
            page = page.withManifest(path);
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalArgumentException if two of them do not go together, naming them
         */
        public FallbackOptions build() {
            return new FallbackOptions(this);
        }
    }

    @Override
    public String toString() {
        return "FallbackOptions[mode=" + mode + ", index=" + index + ", exclude=" + exclude + ", assets=" + assets
                + "]";
    }
}
