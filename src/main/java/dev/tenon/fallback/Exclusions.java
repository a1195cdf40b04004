package dev.tenon.fallback;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The paths that never get a page. */
final class Exclusions {
    private final List<Predicate<Navigation>> list;

    private Exclusions(List<Predicate<Navigation>> list) {
        this.list = list;
    }

    /** @throws IllegalArgumentException if one is neither a path nor an expression, as the mode has it */
    static Exclusions of(FallbackOptions options) {
        return new Exclusions(options.exclude().stream()
                .map(text -> options.mode() == FallbackMode.KOA2 ? inUrl(text) : inPath(text))
                .toList());
    }

    /** As in the port: an expression, looked for anywhere in what was asked for, the query included. */
    private static Predicate<Navigation> inUrl(String text) {
        Pattern pattern = Pattern.compile(text);
        return request -> pattern.matcher(request.url()).find();
    }

    private static Predicate<Navigation> inPath(String text) {
        if (text.startsWith("^")) {
            Pattern pattern = Pattern.compile(text);
            return request -> pattern.matcher(request.path()).find();
        }
        String path = Paths.absolute(text).replaceFirst("/\\*{1,2}$", "/");
        return request -> Paths.isWithin(request.path(), path);
    }

    boolean contain(Navigation request) {
        for (Predicate<Navigation> exclusion : list) {
            if (exclusion.test(request)) {
                return true;
            }
        }
        return false;
    }
}
