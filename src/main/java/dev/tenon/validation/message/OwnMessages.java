package dev.tenon.validation.message;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The application's own messages, in the bundle in which Bean Validation looks for them, too (Jakarta Bean Validation 3.0, section 6.3.1.1). */
final class OwnMessages {
    private static final String BUNDLE = "ValidationMessages";

    /** The language of the server is nobody's choice. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

    private OwnMessages() {}

    /** Returns the message in the first of the languages that has it, or else of the bundle without a language. */
    static Optional<String> find(String key, List<Locale> languages) {
        return Stream.concat(languages.stream().flatMap(OwnMessages::narrowestFirst), Stream.of(Locale.ROOT))
                .flatMap(locale -> find(key, locale).stream())
                .findFirst();
    }

    /** Chinese as in China, then Chinese; nothing where the application has nothing of the kind. */
    private static Stream<Locale> narrowestFirst(Locale language) {
        ResourceBundle nearest = bundle(language);
        if (nearest == null || nearest.getLocale().equals(Locale.ROOT)) {
            return Stream.empty();
        }
        return NO_FALLBACK.getCandidateLocales(BUNDLE, language).stream().filter(locale -> !locale.equals(Locale.ROOT));
    }

    /** Looks into the bundle of this locale alone: a bundle of a language answers with what has no language, too. */
    private static Optional<String> find(String key, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        if (bundle == null || !bundle.getLocale().equals(locale)) {
            return Optional.empty();
        }
        if (bundle instanceof PropertyResourceBundle file) {
            return Optional.ofNullable((String) file.handleGetObject(key));
        }
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    private static ResourceBundle bundle(Locale locale) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return ResourceBundle.getBundle(
                    BUNDLE, locale, loader == null ? OwnMessages.class.getClassLoader() : loader, NO_FALLBACK);
        } catch (MissingResourceException none) {
            return null;
        }
    }
}
