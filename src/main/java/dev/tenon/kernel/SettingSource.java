package dev.tenon.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * One place where keys were set.
 *
 * @param origin its name in messages, such as {@code system property}
 * @param values the {@code tenon.*} keys found there, known or not, with their texts
 */
public record SettingSource(String origin, Map<String, String> values) {
    private static final String PREFIX = "tenon.";

    /** Kubernetes sets such variables in every pod beside a service called "tenon". */
    private static final Pattern SERVICE_LINK = Pattern.compile(".*_(SERVICE_HOST|(SERVICE_)?PORT(_.*)?)");

    /** Returns the source with a copy of its values. */
    public SettingSource {
        values = Map.copyOf(values);
    }

    /** Returns the system properties that begin with {@code tenon.}. */
    public static SettingSource systemProperties(Properties properties) {
        return of("system property", properties);
    }

    /** Returns those properties that begin with {@code tenon.}. */
    public static SettingSource of(String origin, Properties properties) {
        Map<String, String> values = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                values.put(name, properties.getProperty(name));
            }
        }
        return new SettingSource(origin, values);
    }

    /**
     * Returns the variables that begin with {@code TENON_}: {@code TENON_SESSION_STORE} stands for {@code tenon.session.store}.
     *
     * @param known the settings whose names are tried; an upper-case name cannot say where a key has its own capitals
     */
    public static SettingSource environment(Map<String, String> variables, Collection<Setting<?>> known) {
        Map<String, String> names = new HashMap<>();
        known.forEach(setting -> names.put(setting.environmentName(), setting.key()));
        Map<String, String> values = new HashMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith("TENON_") && !SERVICE_LINK.matcher(name).matches()) {
                values.put(names.getOrDefault(name, name), value);
            }
        });
        return new SettingSource("environment", values);
    }
}
