package dev.tenon.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One configuration key that a feature understands: its name, its default, what it allows. Immutable.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
    /** What may stand inside a value that is no secret as a whole, such as the URL of a database. */
    private static final Pattern SECRETS = Pattern.compile("(?i)(?<=(password|pwd)=)[^&;]*|(?<=//)[^?;]*(?=@)");

    private final String key;
    private final T defaultValue;
    private final String allowed;
    private final Function<String, T> parser;
    private final boolean secret;

    private Setting(String key, T defaultValue, String allowed, Function<String, T> parser, boolean secret) {
        this.key = Objects.requireNonNull(key);
        this.defaultValue = defaultValue;
        this.allowed = allowed;
        this.parser = parser;
        this.secret = secret;
    }

    /**
     * Returns a setting of a type of the feature's own.
     *
     * @param defaultValue what holds when nobody sets the key; may be null
     * @param allowed what a value must be, in words that follow "must be"
     * @param parser throws {@link IllegalArgumentException} for what is not allowed
     */
    public static <T> Setting<T> of(String key, T defaultValue, String allowed, Function<String, T> parser) {
        return new Setting<>(key, defaultValue, allowed, parser, false);
    }

    /** Returns a setting of any text that is not blank. */
    public static Setting<String> text(String key, String defaultValue) {
        return of(key, defaultValue, "a text that is not blank", Setting::notBlank);
    }

    /** Returns a setting whose value is never shown: a password or a key. */
    public static Setting<String> secret(String key) {
        return secret(key, "a text", text -> text);
    }

    /**
     * Returns a setting of a type of the feature's own whose value is never shown.
     *
     * @param allowed what a value must be, in words that follow "must be"
     * @param parser throws {@link IllegalArgumentException} for what is not allowed
     */
    public static <T> Setting<T> secret(String key, String allowed, Function<String, T> parser) {
        return new Setting<>(key, null, allowed, parser, true);
    }

    /** Returns a setting that is on or off. */
    public static Setting<Boolean> flag(String key, boolean defaultValue) {
        return of(key, defaultValue, "true or false", Setting::parseFlag);
    }

    /** Returns a setting of a whole number between two bounds, both allowed. */
    public static Setting<Integer> integer(String key, Integer defaultValue, int min, int max) {
        return of(
                key,
                defaultValue,
                "a whole number from " + min + " to " + max,
                text -> within(Integer.valueOf(text), min, max));
    }

    /** Returns a setting of a number of bytes between two bounds, both allowed. */
    public static Setting<ByteSize> size(String key, ByteSize defaultValue, ByteSize min, ByteSize max) {
        String allowed = "a size such as 512, 100KB or 10MB, from " + min + " to " + max;
        return of(key, defaultValue, allowed, text -> {
            ByteSize size = ByteSize.parse(text);
            within(size.bytes(), min.bytes(), max.bytes());
            return size;
        });
    }

    /** Returns a setting of a length of time between two bounds, both allowed. */
    public static Setting<Duration> duration(String key, Duration defaultValue, Duration min, Duration max) {
        String allowed = "a duration such as 500ms, 30s, 10m, 12h, 7d or PT30S, from " + min + " to " + max;
        return of(key, defaultValue, allowed, text -> within(Durations.parse(text), min, max));
    }

    /** Returns a setting of a folder, which need not be there yet; without a default. */
    public static Setting<Path> folder(String key) {
        return of(key, null, "the absolute path of a folder", Setting::parseFolder);
    }

    /** Returns a setting that allows only these words, in any letter case. */
    public static Setting<String> oneOf(String key, String defaultValue, String... words) {
        List<String> list = List.of(words);
        return of(key, defaultValue, "one of " + String.join(", ", list), text -> pick(list, text));
    }

    /**
     * Returns a setting of a list, separated by commas; blank entries are left out.
     *
     * @param entry what an entry must be, in words that follow "a list separated by commas of"
     * @param check returns the entry, or throws {@link IllegalArgumentException}
     */
    public static Setting<List<String>> list(
            String key, List<String> defaultValue, String entry, UnaryOperator<String> check) {
        return of(
                key, defaultValue, "a list separated by commas of " + entry, text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(check)
                        .toList());
    }

    /** Returns the full name of the key, such as {@code tenon.upload.fileSize}. */
    public String key() {
        return key;
    }

    /** Returns what holds when nobody sets the key; may be null. */
    public T defaultValue() {
        return defaultValue;
    }

    /** Returns what a value must be, in words that follow "must be". */
    public String allowed() {
        return allowed;
    }

    /**
     * Returns the value that the text stands for.
     *
     * @throws IllegalArgumentException if it is not allowed
     */
    T parse(String text) {
        return parser.apply(text.strip());
    }

    /** Returns the text as an error message may show it. */
    String shown(String text) {
        return secret ? "(hidden)" : withoutSecrets(text);
    }

    /** Returns the text, such as a URL, without the users and passwords in it. */
    public static String withoutSecrets(String text) {
        return SECRETS.matcher(text).replaceAll("(hidden)");
    }

    /** Returns the name of the environment variable for this key. */
    String environmentName() {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text;
    }

    private static Boolean parseFlag(String text) {
        return "true".equals(pick(List.of("true", "false"), text));
    }

    private static Path parseFolder(String text) {
        Path path = Path.of(text);
        if (!path.isAbsolute() || (Files.exists(path) && !Files.isDirectory(path))) {
            throw new IllegalArgumentException("no absolute path of a folder");
        }
        return path;
    }

    private static String pick(List<String> words, String text) {
        return words.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of " + words));
    }

    private static <C extends Comparable<C>> C within(C value, C min, C max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(value + " is not from " + min + " to " + max);
        }
        return value;
    }
}
