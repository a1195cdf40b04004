package dev.tenon.validation.message;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * The application's own messages for one reader, in the bundle in which Bean Validation looks for them, too (Jakarta Bean Validation 3.0, section
 * 6.3.1.1). Its files are looked for once: Java throws an exception for each that is not there. Immutable.
 */
final class OwnMessages {
    private static final String BUNDLE = "ValidationMessages";

    /** The language of the server is nobody's choice. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

    /** Those of the first language first, the one without a language last. */
    private final List<ResourceBundle> bundles;

    private OwnMessages(List<ResourceBundle> bundles) {
        this.bundles = bundles;
    }

    static OwnMessages of(List<Locale> languages) {
        return new OwnMessages(
                Stream.concat(languages.stream().flatMap(OwnMessages::narrowestFirst), Stream.of(Locale.ROOT))
                        .distinct()
                        .flatMap(locale -> exactly(locale).stream())
                        .toList());
    }

    /** Returns the message in the first of the languages that has it, or else of the bundle without a language. */
    Optional<String> find(String key) {
        for (ResourceBundle bundle : bundles) {
            String message = message(bundle, key);
            if (message != null) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** Asks this bundle alone: one of a language answers with what has no language, too. */
    private static String message(ResourceBundle bundle, String key) {
        if (bundle instanceof PropertyResourceBundle file) {
            return (String) file.handleGetObject(key);
        }
        return bundle.containsKey(key) ? bundle.getString(key) : null;
    }

    /** Chinese as in China, then Chinese; nothing where the application has nothing of the kind. */
    private static Stream<Locale> narrowestFirst(Locale language) {
        ResourceBundle nearest = nearest(language);
        if (nearest == null || nearest.getLocale().equals(Locale.ROOT)) {
            return Stream.empty();
        }
        return NO_FALLBACK.getCandidateLocales(BUNDLE, language).stream().filter(locale -> !locale.equals(Locale.ROOT));
    }

    private static Optional<ResourceBundle> exactly(Locale locale) {
        return Optional.ofNullable(nearest(locale))
                .filter(bundle -> bundle.getLocale().equals(locale));
    }

    private static ResourceBundle nearest(Locale locale) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return ResourceBundle.getBundle(
                    BUNDLE, locale, loader == null ? OwnMessages.class.getClassLoader() : loader, NO_FALLBACK);
        } catch (MissingResourceException none) {
            return null;
        }
    }
}
