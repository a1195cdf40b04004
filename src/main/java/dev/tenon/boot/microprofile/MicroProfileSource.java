package dev.tenon.boot.microprofile;

import dev.tenon.kernel.SettingSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The {@code tenon.*} keys of MicroProfile Config (3.0, section "ConfigSource"). */
public final class MicroProfileSource {
    private MicroProfileSource() {}

    /** Returns the keys of the application's configuration; empty when the API is there but no provider. */
    public static Optional<SettingSource> find(ClassLoader loader) {
        try {
            return Optional.of(read(ConfigProvider.getConfig(loader)));
        } catch (IllegalStateException noProvider) {
            return Optional.empty();
        }
    }

    private static SettingSource read(Config config) {
        Map<String, String> values = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("tenon.")) {
                config.getOptionalValue(name, String.class).ifPresent(value -> values.put(name, value));
            }
        }
        return new SettingSource("MicroProfile Config", values);
    }
}
