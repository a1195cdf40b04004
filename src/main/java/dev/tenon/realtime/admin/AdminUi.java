package dev.tenon.realtime.admin;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.Instrument;
import dev.tenon.realtime.Realtime;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets the admin UI watch the server of an application that wants it. Not for applications to call. */
public final class AdminUi implements Instrument.Maker {
    private static final Logger LOG = System.getLogger(AdminUi.class.getName());

    private final Optional<Consumer<AdminOptions.Builder>> configurer;

    /**
     * Sets what the application says.
     *
     * @param configurer what its configurer does to the options; empty when it does not name the admin UI
     */
    public AdminUi(Optional<Consumer<AdminOptions.Builder>> configurer) {
        this.configurer = configurer;
    }

    /** Returns its keys. */
    public static List<Setting<?>> settings() {
        return AdminSettings.ALL;
    }

    @Override
    public Optional<Instrument> make(WebApp app, Realtime io, boolean clustered) {
        Settings settings = app.settings();
        boolean named = configurer.isPresent() || settings.anyBelow("tenon.realtime.admin.");
        return settings.find(AdminSettings.ENABLED).orElse(named)
                ? Optional.of(begin(app, AdminSettings.options(settings, configurer), io, clustered))
                : Optional.empty();
    }

    private static Instrument begin(WebApp app, AdminOptions options, Realtime io, boolean clustered) {
        AdminInstrument instrument = new AdminInstrument(options, io, clustered);
        instrument.begin(app);
        if (options.access() instanceof Access.Everybody) {
            LOG.log(
                    Level.WARNING,
                    "TENON-R31 Everybody who reaches the server may use the admin UI, in the namespace {0}",
                    options.namespaceName());
        } else {
            LOG.log(Level.INFO, "TENON-R30 The admin UI may be used, in the namespace {0}", options.namespaceName());
        }
        return instrument;
    }
}
