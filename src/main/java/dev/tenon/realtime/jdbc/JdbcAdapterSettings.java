package dev.tenon.realtime.jdbc;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.adapter.AdapterFactory;
import java.time.Duration;
import java.util.List;

/** The keys of the adapter. Not for applications to call. */
public final class JdbcAdapterSettings {
    /** Whether the adapter is in use. */
    public static final Setting<Boolean> ENABLED = Setting.flag("tenon.realtime.jdbc.enabled", false);

    private static final Setting<Duration> POLL_INTERVAL = Setting.duration(
            "tenon.realtime.jdbc.pollInterval",
            JdbcAdapterFactory.DEFAULT_POLL_INTERVAL,
            JdbcAdapterFactory.SHORTEST_POLL_INTERVAL,
            JdbcAdapterFactory.LONGEST_POLL_INTERVAL);

    /** Every key. */
    public static final List<Setting<?>> ALL = List.of(ENABLED, POLL_INTERVAL);

    private JdbcAdapterSettings() {}

    /** Returns what makes the adapters that the keys describe, over the application's own database. */
    public static AdapterFactory factory(WebApp app) {
        return new JdbcAdapterFactory(
                app.connections(),
                app.servletContext().getContextPath(),
                app.settings().get(POLL_INTERVAL));
    }
}
