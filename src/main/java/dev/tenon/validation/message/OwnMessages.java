package dev.tenon.validation.message;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The application's own messages, in the bundle in which Bean Validation looks for them, too (Jakarta Bean Validation 3.0, section 6.3.1.1). */
final class OwnMessages {
    private static final String BUNDLE = "ValidationMessages";

    /** The language of the server is nobody's choice. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

    private OwnMessages() {}

    /** Returns the message in the first of the languages that has it, or else of the bundle without a language. */
    static Optional<String> find(String key, List<Locale> languages) {
        Optional<String> general = find(key, Locale.ROOT);
        return languages.stream()
                .flatMap(language -> find(key, language).stream())
                .filter(text -> !general.equals(
                        Optional.of(text))) // of the bundle without a language, which every other one falls back to
                .findFirst()
                .or(() -> general);
    }

    private static Optional<String> find(String key, Locale language) {
        ResourceBundle bundle = bundle(language);
        return bundle != null && bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
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
