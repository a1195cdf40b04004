package dev.tenon.validation.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages for one reader: of the application's own {@code ValidationMessages} bundle first, then Tenon's in English, Chinese or
 * German. Immutable; its bundles are looked for when the first message is asked for, and kept as long as it is.
 */
public final class Catalogue {
    /** The name of a parameter in braces, as in Bean Validation (Jakarta Bean Validation 3.0, section 6.3.1). */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\w.$-]+)}");

    private final List<Locale> languages;
    private OwnMessages own;

    private Catalogue(List<Locale> languages) {
        this.languages = languages;
    }

    /** Returns the catalogue for somebody who reads these languages, the best first; in English for a reader of whom nothing is known. */
    public static Catalogue of(List<Locale> languages) {
        return new Catalogue(List.copyOf(languages));
    }

    /**
     * Returns the sentence for a broken rule.
     *
     * @param name what the reader calls the value; empty for a rule about several values
     * @param params what the rule asks for
     */
    public String say(String code, String name, Map<String, ?> params) {
        String template = find("tenon.validation." + code).orElseGet(() -> builtIn("tenon.validation.check"));
        return fill(template, name, params);
    }

    /**
     * Returns a tip as it is; one that is a key in braces stands for the sentence that the application's bundle has for it, as in Bean
     * Validation.
     */
    public String tip(String tip, String name, Map<String, ?> params) {
        Matcher key = PLACEHOLDER.matcher(tip);
        return key.matches()
                ? own(key.group(1)).map(text -> fill(text, name, params)).orElse(tip)
                : tip;
    }

    /** Returns the template of this key, of the application's bundle or of Tenon's; empty where neither has it. */
    public Optional<String> find(String key) {
        return own(key).or(() -> Optional.ofNullable(builtIn(key)));
    }

    /** Returns the template of this key in the application's bundle. */
    public Optional<String> own(String key) {
        if (own == null) {
            own = OwnMessages.of(languages);
        }
        return own.find(key);
    }

    /** Returns the template with the parameters that it names; what nobody knows stays as it is. */
    public String fill(String template, String name, Map<String, ?> params) {
        String filled = PLACEHOLDER.matcher(template).replaceAll(found -> {
            String key = found.group(1);
            Object value = key.equals("name") ? name : params.get(key);
            return Matcher.quoteReplacement(value == null ? own(key).orElse(found.group()) : value.toString());
        });
        return name.isEmpty() ? filled.strip() : filled;
    }

    private String builtIn(String key) {
        return Stream.concat(languages.stream(), Stream.of(Locale.ENGLISH))
                .map(BuiltInMessages::of)
                .filter(Objects::nonNull)
                .map(messages -> messages.get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
