package dev.tenon.fallback;

import java.util.List;
import java.util.Objects;

/** What a {@link HistoryFallbackFilter} answers, and with which page; named as in connect-history-api-fallback. Immutable. */
public final class FallbackOptions {
    private final String index;
    private final List<String> exclude;

    private FallbackOptions(Builder builder) {
        index = builder.index;
        exclude = builder.exclude;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the page, as a path of the application; {@code /index.html} by default. */
    public String index() {
        return index;
    }

    /** Returns the paths that never get the page, each with all below it; none by default. */
    public List<String> exclude() {
        return exclude;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private String index = "/index.html";
        private List<String> exclude = List.of();

        Builder() {}

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

        /**
         * Sets the paths that never get the page, each with all below it. Paths of servlets, Jakarta REST applications and Tenon's own need
         * no entry: the container says that they are taken.
         *
         * @param paths each begins with a slash
         * @throws IllegalArgumentException if one does not
         */
        public Builder exclude(String... paths) {
            exclude = List.of(paths).stream().map(Paths::absolute).toList();
            return this;
        }

        /** Returns the options. */
        public FallbackOptions build() {
            return new FallbackOptions(this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FallbackOptions options
                && index.equals(options.index)
                && exclude.equals(options.exclude);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, exclude);
    }

    @Override
    public String toString() {
        return "FallbackOptions[index=" + index + ", exclude=" + exclude + "]";
    }
}
