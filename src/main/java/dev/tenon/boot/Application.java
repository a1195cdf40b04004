package dev.tenon.boot;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.Meters;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.Timer;
import dev.tenon.kernel.jdbc.Database;
import dev.tenon.kernel.web.ConnectionSource;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.TrustedProxies;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** The application as its features see it. */
final class Application implements WebApp, AutoCloseable {
    static final List<Setting<?>> SETTINGS = Stream.concat(
                    Stream.of(TrustedProxies.SETTING), Database.SETTINGS.stream())
            .toList();

    private static final Logger LOG = System.getLogger(Application.class.getName());

    private final ServletContext context;
    private final Settings settings;
    private final Meters meters = new Meters();
    private final DaemonTimer timer;
    private final Database database;
    private final BeanLookup beans;
    private final Deque<AutoCloseable> resources =
            new ConcurrentLinkedDeque<>(); // requests may add what only they begin;
    private final TenonFilter filter = new TenonFilter();
    private SessionAccess sessions;

    Application(ServletContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
        this.timer = new DaemonTimer("tenon-timer" + context.getContextPath(), context.getClassLoader());
        this.beans = Beans.lookup();
        this.database = new Database(settings, beans, context.getContextPath());
        onStop(timer);
        onStop(database);
        publish(ConnectionSource.class, database);
        publish(Meters.class, meters);
    }

    void registerFilter() {
        FilterRegistration.Dynamic registration = context.addFilter(TenonFilter.class.getName(), filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }

    @Override
    public void addLastFilter(String name, Filter last) {
        FilterRegistration.Dynamic registration = context.addFilter(name, last);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    @Override
    public ServletContext servletContext() {
        return context;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Meters meters() {
        return meters;
    }

    @Override
    public Timer timer() {
        return timer;
    }

    @Override
    public BeanLookup beans() {
        return beans;
    }

    @Override
    public ConnectionSource connections() {
        return database;
    }

    @Override
    public SessionAccess sessions() {
        if (sessions == null) {
            ContainerSessions container = new ContainerSessions();
            context.addListener(container);
            sessions = container;
        }
        return sessions;
    }

    @Override
    public TrustedProxies proxies() {
        return settings.get(TrustedProxies.SETTING);
    }

    @Override
    public void useSessions(SessionAccess access) {
        sessions = access;
    }

    @Override
    public void addFilter(Filter next) {
        filter.add(next);
    }

    @Override
    public void addServlet(String name, Servlet servlet, MultipartConfigElement multipart, String... paths) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        if (registration == null) {
            throw new IllegalStateException(
                    "Tenon cannot start: the application has a servlet called " + name + " already");
        }
        registration.setAsyncSupported(true);
        if (multipart != null) {
            registration.setMultipartConfig(multipart);
        }
        Set<String> taken = registration.addMapping(paths);
        if (!taken.isEmpty()) {
            throw new IllegalStateException(
                    "Tenon cannot start: servlets of the application are mapped to " + taken + " already");
        }
    }

    @Override
    public <T> void publish(Class<T> type, T object) {
        context.setAttribute(type.getName(), object);
    }

    @Override
    public void onStop(AutoCloseable resource) {
        resources.push(resource);
    }

    /** Closes everything, the last one first; one that fails does not keep the others open. */
    @Override
    public void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "TENON-B01 Could not close a part of Tenon", e);
            }
        }
        RecordMethods.forget();
    }
}
