package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the reader of an answer understands. */
public final class Languages {
    /** Longer than any browser's, and short enough to read. */
    private static final int MAX_LENGTH = 1_000;

    private static final int MAX_LANGUAGES = 5;

    /**
     * How many locales there may be beside the languages and those of Java: it keeps what it learned of every locale that bundles were looked up for, and
     * clients can make up a quarter of a million.
     */
    private static final int MAX_LOCALES = 300;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> SCRIPTS = Set.of("Hans", "Hant", "Latn", "Cyrl");

    /** Few in a Java that was made without the module of locales. */
    private static final Set<Locale> OF_JAVA = Set.copyOf(Arrays.asList(Locale.getAvailableLocales()));

    private static final Set<Locale> OTHERS = ConcurrentHashMap.newKeySet();

    private Languages() {}

    /** Returns the languages that the client asks for, the best first; none where it asks for none. */
    public static List<Locale> of(HttpServletRequest request) {
        return of(request.getHeader("Accept-Language"));
    }

    /**
     * Returns the languages of an {@code Accept-Language} header (RFC 9110, section 12.5.4), the best first, five at most; none where it is
     * malformed.
     *
     * @param header null where there is none
     */
    public static List<Locale> of(String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> known(Locale.forLanguageTag(range.getRange())))
                    .flatMap(Optional::stream)
                    .distinct()
                    .limit(MAX_LANGUAGES)
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) { // the latter for dashes, in Java 17
            return List.of();
        }
    }

    /** Several threads may find the last room at once; a few more do no harm. */
    private static boolean isRoomFor(Locale locale) {
        return (locale.getCountry().isEmpty() && locale.getScript().isEmpty())
                || OF_JAVA.contains(locale)
                || OTHERS.contains(locale)
                || (OTHERS.size() < MAX_LOCALES && OTHERS.add(locale));
    }

    private static Optional<Locale> known(Locale asked) {
        if (!LANGUAGES.contains(asked.getLanguage())) {
            return Optional.empty();
        }
        Locale.Builder known = new Locale.Builder().setLanguage(asked.getLanguage());
        if (COUNTRIES.contains(asked.getCountry())) {
            known.setRegion(asked.getCountry());
        }
        if (SCRIPTS.contains(asked.getScript())) {
            known.setScript(asked.getScript());
        }
        Locale locale = known.build();
        return Optional.of(isRoomFor(locale) ? locale : Locale.forLanguageTag(asked.getLanguage()));
    }
}
