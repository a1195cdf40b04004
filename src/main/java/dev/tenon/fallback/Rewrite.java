package dev.tenon.fallback;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which page some paths get in place of the index. Immutable; thread-safe if its function is. */
public final class Rewrite {
    private static final String BELOW = "/**";
    private static final Pattern GROUP = Pattern.compile("\\$(\\d)");

    private final Pattern from;
    private final String text;
    private final Function<RewriteContext, String> to;

    private Rewrite(Pattern from, String text, Function<RewriteContext, String> to) {
        this.from = from;
        this.text = text;
        this.to = to;
    }

    /**
     * Returns a rewrite to one page.
     *
     * @param from a folder with all below it, such as {@code /admin/**}; or a regular expression that is looked for anywhere in the path
     * @param to the path of the page, which begins with a slash. In {@link FallbackMode#STRICT}, {@code $1} in it is a group of the
     *     expression; the other modes leave it as it is, as their references do
     * @throws IllegalArgumentException if {@code from} is no expression, or {@code to} no path
     */
    public static Rewrite of(String from, String to) {
        return of(pattern(from), to);
    }

    /** Returns a rewrite to one page, as {@link #of(String, String)}. */
    public static Rewrite of(Pattern from, String to) {
        return new Rewrite(Objects.requireNonNull(from, "from"), Paths.absolute(to), context -> to);
    }

    /**
     * Returns a rewrite to the page that a function names.
     *
     * @param from as in {@link #of(String, String)}
     * @param to returns a path that begins with a slash, not encoded; one that points into {@code WEB-INF} or {@code META-INF}, or in which a percent
     *     sign or a semicolon could hide that, is not followed
     */
    public static Rewrite of(String from, Function<RewriteContext, String> to) {
        return of(pattern(from), to);
    }

    /** Returns a rewrite to the page that a function names, as {@link #of(String, Function)}. */
    public static Rewrite of(Pattern from, Function<RewriteContext, String> to) {
        return new Rewrite(Objects.requireNonNull(from, "from"), null, Objects.requireNonNull(to, "to"));
    }

    private static Pattern pattern(String from) {
        if (from.startsWith("/") && from.endsWith(BELOW)) {
            String folder = from.substring(0, from.length() - BELOW.length());
            return Pattern.compile("^" + Pattern.quote(folder) + "(?:/.*)?$");
        }
        return Pattern.compile(from);
    }

    /** Returns the one page that this leads to; empty if each request may get another. */
    Optional<String> page() {
        return Optional.ofNullable(text).filter(page -> page.indexOf('$') < 0);
    }

    /** Returns where the path leads; empty if the pattern is not in it. */
    Optional<String> target(String path, ParsedUrl url, Navigation request, boolean expands) {
        Matcher match = from.matcher(path);
        if (!match.find()) {
            return Optional.empty();
        }
        if (expands && text != null && page().isEmpty()) {
            return Optional.of(expanded(match));
        }
        return Optional.of(to.apply(new RewriteContext(url, match.toMatchResult(), request.request())));
    }

    /** A group that took no part is empty, and one that the expression does not have stays as it is written. */
    private String expanded(MatchResult match) {
        return GROUP.matcher(text).replaceAll(found -> {
            int group = Integer.parseInt(found.group(1));
            String value = group > match.groupCount() ? found.group() : match.group(group);
            return value == null ? "" : Matcher.quoteReplacement(value);
        });
    }
}
