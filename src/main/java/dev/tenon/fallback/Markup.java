package dev.tenon.fallback;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds places in the text of a page. What stands in comments and scripts is no markup. */
final class Markup {
    private static final String COMMENT = "<!--.*?-->";
    private static final String SCRIPT = "<script\\b.*?</script\\s*>";
    private static final Pattern HEAD = pattern(COMMENT, "<head\\b[^>]*>");
    private static final Pattern FIRST_SCRIPT = pattern(COMMENT, "<script\\b|</head\\s*>|<body\\b");

    /** The attribute as it is written, quotes included. */
    private static final Pattern BASE =
            pattern(COMMENT + "|" + SCRIPT, "(?<=<base\\s[^>]{0,500}?\\bhref=)(?:\"[^\"]*\"|'[^']*'|[^\\s>]+)");

    private Markup() {}

    private static Pattern pattern(String skipped, String wanted) {
        return Pattern.compile(skipped + "|(" + wanted + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private static Optional<MatchResult> first(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .filter(found -> found.group(1) != null)
                .findFirst();
    }

    static boolean hasBase(String page) {
        return first(BASE, page).isPresent();
    }

    /** Returns the page with another base, where it has one; the change sees the address without its quotes. */
    static String withBase(String page, UnaryOperator<String> change) {
        return first(BASE, page)
                .map(base -> page.substring(0, base.start())
                        + '"'
                        + change.apply(base.group().replaceAll("^[\"']|[\"']$", ""))
                        + '"'
                        + page.substring(base.end()))
                .orElse(page);
    }

    /** Returns the page with an element before everything that could need it. */
    static String withFirst(String page, String element) {
        int at = first(HEAD, page).map(MatchResult::end).orElse(0);
        return page.substring(0, at) + element + page.substring(at);
    }

    /** Returns the page with an element before its first script, which is behind the declaration of its charset. */
    static String withBeforeScripts(String page, String element) {
        int at = first(FIRST_SCRIPT, page).map(MatchResult::start).orElse(page.length());
        return page.substring(0, at) + element + page.substring(at);
    }
}
