package dev.tenon.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stops the start of an application whose configuration of Tenon is wrong; the message names each key, its value, where it came from and what is allowed. */
public final class SettingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private static final Pattern SECRET =
            Pattern.compile("database|pas|pwd|secret|key|token", Pattern.CASE_INSENSITIVE);

    SettingException(List<String> mistakes) {
        super("Tenon cannot start: " + String.join("; ", mistakes));
    }

    /**
     * Sets a message about one key, for a mistake that shows only when values are seen together.
     *
     * @param allowed what it must be, in words that follow "must be"
     */
    public SettingException(String key, Object value, String origin, String allowed) {
        this(List.of(describe(key, String.valueOf(value), origin, allowed)));
    }

    static String describe(Map<String, Setting<?>> known, String key, String text, String origin) {
        Setting<?> setting = known.get(key);
        return setting == null
                ? "%s=%s (%s): there is no such key; %s"
                        .formatted(key, unlessSecret(key, text), origin, keysLike(known, key))
                : describe(key, setting.shown(text), origin, setting.allowed());
    }

    private static String describe(String key, String text, String origin, String allowed) {
        return "%s=%s (%s): must be %s".formatted(key, text, origin, allowed);
    }

    /** A misspelt key may well be one of a password. */
    private static String unlessSecret(String key, String text) {
        return SECRET.matcher(key).find() ? "(hidden)" : text;
    }

    private static String keysLike(Map<String, Setting<?>> known, String key) {
        String feature = feature(key.toLowerCase(Locale.ROOT).replace('_', '.'));
        String near = known.keySet().stream()
                .filter(other -> feature(other).equals(feature))
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "keys begin with " + features(known) : "allowed are " + near;
    }

    private static String features(Map<String, Setting<?>> known) {
        return known.keySet().stream().map(SettingException::feature).distinct().collect(Collectors.joining(", "));
    }

    private static String feature(String key) {
        int end = key.indexOf('.', "tenon.".length());
        return end < 0 ? key : key.substring(0, end + 1);
    }
}
