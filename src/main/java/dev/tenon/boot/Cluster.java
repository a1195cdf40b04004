package dev.tenon.boot;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.redis.RedisSettings;
import java.util.List;
import java.util.Optional;

/** How the servers of an application hear each other, where a key says that there are several. */
final class Cluster {
    static final List<Setting<?>> SETTINGS = RedisSettings.ALL;

    private Cluster() {}

    static Optional<AdapterFactory> of(WebApp app) {
        return app.settings().find(RedisSettings.URL).map(url -> RedisSettings.factory(app.settings()));
    }
}
