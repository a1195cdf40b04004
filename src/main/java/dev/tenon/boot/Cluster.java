package dev.tenon.boot;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.jdbc.JdbcAdapterSettings;
import dev.tenon.realtime.redis.RedisSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the servers of an application hear each other, where a key says that there are several. */
final class Cluster {
    static final List<Setting<?>> SETTINGS = Stream.concat(RedisSettings.ALL.stream(), JdbcAdapterSettings.ALL.stream())
            .toList();

    private Cluster() {}

    static Optional<AdapterFactory> of(WebApp app) {
        Settings settings = app.settings();
        boolean redis = settings.find(RedisSettings.URL).isPresent();
        if (settings.get(JdbcAdapterSettings.ENABLED)) {
            if (redis) {
                throw new SettingException(
                        JdbcAdapterSettings.ENABLED.key(),
                        true,
                        settings.origin(JdbcAdapterSettings.ENABLED),
                        "left out where " + RedisSettings.URL.key() + " is set");
            }
            return Optional.of(JdbcAdapterSettings.factory(app));
        }
        return redis ? Optional.of(RedisSettings.factory(settings)) : Optional.empty();
    }
}
