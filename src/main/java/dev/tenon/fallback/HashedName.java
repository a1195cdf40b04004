package dev.tenon.fallback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the names that a bundler makes of a file's content, such as Vite's {@code index-D3xf_9aK.js}, from names that people give. */
final class HashedName {
    /** Rollup, and so Vite, writes 8 characters of Base64 (URL), webpack, esbuild and Angular 8 to 32 of their own, after a dash or a dot. */
    private static final Pattern NAME =
            Pattern.compile("[^/]*?[.-](?<hash>[\\w-]{8}|[A-Za-z0-9]{9,32})(?:\\.[a-z0-9]{1,11}){1,2}");

    /** What people join without a dash: {@code BoldItalic}, {@code iPhone15Pro}. Words of three letters are such as one can speak. */
    private static final String JOINED = "(?:[a-z]|[a-z]{3,}\\d*)?(?:[A-Z][a-z]{3,}\\d*|[A-Z][aeiouhlrwy][a-z]\\d*)+";

    /** What people write: words, numbers, words with a number, width and height. */
    private static final String WORD = "(?:[A-Z]?[a-z]*\\d*|[A-Z]+\\d*|\\d+x\\d+|" + JOINED + ")";

    /** Several of them. Of eight random characters of Base64, one or two in a hundred look so. */
    private static final Pattern WORDS = Pattern.compile(WORD + "(?:[-_]" + WORD + ")*");

    private HashedName() {}

    /** Returns whether the last segment of the path is such a name. In doubt it is none: a file may be asked for too often, never too seldom. */
    static boolean is(String path) {
        Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
        return name.matches() && !WORDS.matcher(name.group("hash")).matches();
    }
}
