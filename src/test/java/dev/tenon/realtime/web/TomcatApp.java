package dev.tenon.realtime.web;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.DaemonTimer;
import dev.tenon.kernel.Meters;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.Timer;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;

/** An application in embedded Tomcat, with as much of Tenon as the realtime room asks for. */
final class TomcatApp implements WebApp, AutoCloseable {
    private final Meters meters = new Meters();
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final ServletContext context;
    private final SessionAccess sessions;
    private final DaemonTimer timer;
    private int filters;

    TomcatApp(ServletContext context, SessionAccess sessions) {
        this.context = context;
        this.sessions = sessions;
        timer = new DaemonTimer("test-timer", context.getClassLoader());
        onStop(timer);
    }

    @Override
    public ServletContext servletContext() {
        return context;
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
    public SessionAccess sessions() {
        return sessions;
    }

    @Override
    public TrustedProxies proxies() {
        return TrustedProxies.parse("");
    }

    @Override
    public void addFilter(Filter filter) {
        FilterRegistration.Dynamic registration = context.addFilter("filter" + filters++, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    @Override
    public void addLastFilter(String name, Filter filter) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void addServlet(String name, Servlet servlet, MultipartConfigElement multipart, String... paths) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.setAsyncSupported(true);
        registration.addMapping(paths);
    }

    @Override
    public void onStop(AutoCloseable resource) {
        resources.push(resource);
    }

    @Override
    @SuppressWarnings("InterruptedExceptionSwallowed") // the test fails, which is what matters
    public void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BeanLookup beans() {
        return BeanLookup.NONE;
    }

    @Override
    public ConnectionSource connections() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void useSessions(SessionAccess access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> void publish(Class<T> type, T object) {
        throw new UnsupportedOperationException();
    }
}
