package dev.tenon.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the keys of one application say, checked once at start-up. Immutable. */
public final class Settings {
    private final Map<String, Object> values;
    private final Map<String, String> origins;

    private Settings(Map<String, Object> values, Map<String, String> origins) {
        this.values = values;
        this.origins = origins;
    }

    /**
     * Returns the values of all keys that somebody set.
     *
     * @param known every key there is
     * @param sources the places to look, the strongest first
     * @throws SettingException if any place, also one that a stronger place overrides, has an unknown key or a value that is not allowed;
     *     it names all of them
     */
    public static Settings resolve(Collection<Setting<?>> known, List<SettingSource> sources) {
        Map<String, Setting<?>> byKey = new TreeMap<>();
        known.forEach(setting -> byKey.put(setting.key(), setting));
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (SettingSource source : sources) {
            new TreeMap<>(source.values()).forEach((key, text) -> {
                try {
                    Object value = parse(byKey, key, text);
                    if (values.putIfAbsent(key, value) == null) {
                        origins.put(key, source.origin());
                    }
                } catch (IllegalArgumentException e) {
                    mistakes.add(SettingException.describe(byKey, key, text, source.origin()));
                }
            });
        }
        if (!mistakes.isEmpty()) {
            throw new SettingException(mistakes);
        }
        return new Settings(values, origins);
    }

    private static Object parse(Map<String, Setting<?>> known, String key, String text) {
        Setting<?> setting = known.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("no such key");
        }
        return setting.parse(text);
    }

    /** Returns the value of the key, or its default; null only where the default is null. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElse(setting.defaultValue());
    }

    /** Returns the value of the key if somebody set it. */
    @SuppressWarnings("unchecked") // put there by the same setting's parser
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key()));
    }

    /** Returns where the key was set, such as {@code context-param}, or {@code default}. */
    public String origin(Setting<?> setting) {
        return origins.getOrDefault(setting.key(), "default");
    }

    /** Returns whether somebody set a key that begins so. */
    public boolean anyBelow(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }
}
