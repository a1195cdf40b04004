package dev.tenon.validation;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of the feature. */
final class ValidationSettings {
    private static final String PREFIX = "tenon.validation.";

    private static final Setting<Integer> STATUS = Setting.integer(PREFIX + "status", null, 400, 499);
    private static final Setting<String> STOP = oneOf("stop", Stop.values());
    private static final Setting<String> UNKNOWN = oneOf("unknown", Unknown.values());
    private static final Setting<String> REPEATED = oneOf("repeated", Repeated.values());
    private static final Setting<Boolean> DUPLICATE_KEYS = Setting.flag(PREFIX + "duplicateKeys", false);
    private static final Setting<Boolean> COMPAT = Setting.flag(PREFIX + "compat", false);
    private static final Setting<Boolean> SHOWS_VALUES = Setting.flag(PREFIX + "showsValues", false);
    private static final Setting<Boolean> SENDS_BACK = Setting.flag(PREFIX + "sendsBack", true);
    private static final Setting<Duration> DEADLINE =
            Setting.duration(PREFIX + "deadline", null, Duration.ofMillis(1), Duration.ofHours(1));
    private static final Setting<Integer> MAX_ERRORS = count("maxErrors");
    private static final Setting<ByteSize> MAX_BODY =
            Setting.size(PREFIX + "maxBody", null, new ByteSize(1), new ByteSize(1 << 30));
    private static final Setting<Integer> MAX_DEPTH = Setting.integer(PREFIX + "maxDepth", null, 1, 1_000);
    private static final Setting<Integer> MAX_KEYS = count("maxKeys");
    private static final Setting<Integer> MAX_ITEMS = count("maxItems");
    private static final Setting<Integer> MAX_TEXT = count("maxText");

    static final List<Setting<?>> ALL = List.of(
            STATUS,
            STOP,
            UNKNOWN,
            REPEATED,
            DUPLICATE_KEYS,
            COMPAT,
            SHOWS_VALUES,
            SENDS_BACK,
            DEADLINE,
            MAX_ERRORS,
            MAX_BODY,
            MAX_DEPTH,
            MAX_KEYS,
            MAX_ITEMS,
            MAX_TEXT);

    private ValidationSettings() {}

    /** Returns a builder that says what the keys say. */
    static ValidationOptions.Builder builder(Settings settings) {
        ValidationOptions.Builder builder = ValidationOptions.builder();
        settings.find(STATUS).ifPresent(builder::status);
        settings.find(STOP).map(word -> constant(Stop.class, word)).ifPresent(builder::stop);
        settings.find(UNKNOWN).map(word -> constant(Unknown.class, word)).ifPresent(builder::unknown);
        settings.find(REPEATED).map(word -> constant(Repeated.class, word)).ifPresent(builder::repeated);
        settings.find(DUPLICATE_KEYS).ifPresent(builder::duplicateKeys);
        settings.find(COMPAT).ifPresent(builder::compat);
        settings.find(SHOWS_VALUES).ifPresent(builder::showsValues);
        settings.find(SENDS_BACK).ifPresent(builder::sendsBack);
        settings.find(DEADLINE).ifPresent(builder::deadline);
        settings.find(MAX_ERRORS).ifPresent(builder::maxErrors);
        settings.find(MAX_BODY).ifPresent(size -> builder.maxBody((int) size.bytes()));
        settings.find(MAX_DEPTH).ifPresent(builder::maxDepth);
        settings.find(MAX_KEYS).ifPresent(builder::maxKeys);
        settings.find(MAX_ITEMS).ifPresent(builder::maxItems);
        settings.find(MAX_TEXT).ifPresent(builder::maxText);
        return builder;
    }

    private static Setting<Integer> count(String option) {
        return Setting.integer(PREFIX + option, null, 1, Integer.MAX_VALUE);
    }

    private static Setting<String> oneOf(String option, Enum<?>... constants) {
        String[] words = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return Setting.oneOf(PREFIX + option, null, words);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
