package dev.tenon.session;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.SessionScopedBeans;
import dev.tenon.kernel.web.Sweep;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts stored sessions with the application. Not for applications to call. */
public final class SessionFeature implements Feature {
    private static final Logger LOG = System.getLogger(SessionFeature.class.getName());
    private static final int BATCH = 20; // a few locks at a time
    private static final String BEANS_ELSEWHERE =
            "Sessions are stored, but CDI could not know so in time: @SessionScoped beans and an injected"
                    + " HttpServletRequest or HttpSession are the container's, with its own cookie. Set"
                    + " tenon.session.enabled=true in META-INF/tenon.properties";

    private final Optional<Consumer<SessionOptions.Builder>> configurer;
    private final Optional<SessionStore> own;
    private final Function<WebApp, SessionStore> jdbc;
    private final Supplier<List<EventListener>> listeners;
    private Sessions sessions;
    private SessionOptions options;

    /**
     * Sets what the application said.
     *
     * @param configurer what it does to the options; empty when it does not name the feature
     * @param own its own store, if it has one
     * @param jdbc makes the store of an application that has none
     * @param listeners makes the listeners that the application declares, in that order
     */
    public SessionFeature(
            Optional<Consumer<SessionOptions.Builder>> configurer,
            Optional<SessionStore> own,
            Function<WebApp, SessionStore> jdbc,
            Supplier<List<EventListener>> listeners) {
        this.configurer = configurer;
        this.own = own;
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public List<Setting<?>> settings() {
        return SessionSettings.ALL;
    }

    @Override
    public void start(WebApp app) {
        Settings settings = app.settings();
        boolean named = configurer.isPresent() || settings.anyBelow(SessionSettings.PREFIX);
        if (settings.find(SessionSettings.ENABLED).orElse(named)) {
            ServletContext context = app.servletContext();
            options = options(settings);
            sessions = new Sessions(
                    context,
                    new CountedSessionStore(store(app), app.meters()),
                    options,
                    listeners(),
                    Clock.systemUTC());
            TransportChoice transport = new TransportChoice(context, options, app.proxies(), sessions.ids());
            transport.choose(); // stops the start if it cannot be
            SessionFilter filter = new SessionFilter(sessions, transport);
            app.addFilter(filter);
            app.useSessions(new StoredSessionAccess(sessions, transport, filter));
        }
    }

    private SessionListeners listeners() {
        List<EventListener> all = new ArrayList<>(listeners.get());
        all.addAll(options.listeners());
        return new SessionListeners(all, options.events());
    }

    private SessionOptions options(Settings settings) {
        SessionOptions.Builder builder = SessionOptions.builder();
        SessionSettings.fill(builder, settings);
        configurer.ifPresent(change -> change.accept(builder));
        return builder.build();
    }

    private SessionStore store(WebApp app) {
        return own.orElseGet(() -> app.settings().get(SessionSettings.STORE).equals("memory")
                ? new MemorySessionStore()
                : jdbc.apply(app));
    }

    /** The beans of the application, among them its data source, may be there no sooner. */
    @Override
    public void contextInitialized(WebApp app) {
        if (sessions != null) {
            sessions.store().open();
            Sweep.begin(app, "tenon-sessions", options.checkExpirationInterval(), () -> sessions.endExpired(BATCH));
        }
        app.beans().find(SessionScopedBeans.class).ifPresent(this::settle);
    }

    /** CDI had to decide on its own, before this feature read its keys. */
    private void settle(SessionScopedBeans beans) {
        if (sessions == null) {
            if (beans.areMoved()) {
                LOG.log(
                        Level.INFO,
                        "TENON-S10 Sessions are the container's, though a key of tenon.session is set: so are @SessionScoped beans");
            }
        } else if (beans.areMoved()) {
            beans.keepInStore();
            sessions.listeners().tell(beans);
        } else {
            LOG.log(Level.WARNING, "TENON-S11 " + BEANS_ELSEWHERE);
        }
    }
}
