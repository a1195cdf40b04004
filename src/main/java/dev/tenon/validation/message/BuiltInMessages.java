package dev.tenon.validation.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Tenon's own messages, by language. */
final class BuiltInMessages {
    private static final Map<String, Map<String, String>> BY_LANGUAGE =
            Map.of("en", read("en"), "zh", read("zh"), "de", read("de"));

    private BuiltInMessages() {}

    /** Returns null for a language that is not there. */
    static Map<String, String> of(Locale locale) {
        return BY_LANGUAGE.get(locale.getLanguage());
    }

    private static Map<String, String> read(String language) {
        Properties messages = new Properties();
        String file = "messages_" + language + ".properties";
        try (InputStream in = BuiltInMessages.class.getResourceAsStream(file)) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return messages.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, messages::getProperty));
    }
}
