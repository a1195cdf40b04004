package dev.tenon.kernel.web;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Meters;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;

/** The application that a feature starts in. */
public interface WebApp {
    /** Returns the context of the application. */
    ServletContext servletContext();

    /** Returns what the application's keys say. */
    Settings settings();

    /** Returns where the application counts; published, too, for those who have no more than a request. */
    Meters meters();

    /** Returns the one timer of the application. */
    Timer timer();

    /** Returns where beans are found; finds nothing where no container is. */
    BeanLookup beans();

    /** Returns the database of the application; nothing is opened before it is asked for a connection. */
    ConnectionSource connections();

    /** Returns the sessions of the application: the session feature's when it is on, else the container's. */
    SessionAccess sessions();

    /** Returns whose forwarding headers count. */
    TrustedProxies proxies();

    /** Sets the sessions that {@link #sessions()} returns from now on. */
    void useSessions(SessionAccess sessions);

    /**
     * Adds a filter to Tenon's own chain, which runs before the application's filters on every request and dispatch. Filters run in the
     * order of the features; the container is given one filter only, because servers disagree about the order of two.
     */
    void addFilter(Filter filter);

    /**
     * Adds a filter that sees the requests of clients, no dispatches, when every filter that the application declares has let them pass: what
     * those refuse is not answered, and what they add to answers is there.
     *
     * @param name one that no other filter has
     */
    void addLastFilter(String name, Filter filter);

    /**
     * Adds a servlet, which supports asynchronous requests.
     *
     * @param multipart null for none
     * @throws IllegalStateException if a path is taken, naming it
     */
    void addServlet(String name, Servlet servlet, MultipartConfigElement multipart, String... paths);

    /** Shows an object to the application: {@code Tenon.of(context)} and the beans of Tenon find it by its type. */
    <T> void publish(Class<T> type, T object);

    /** Adds what is closed when the application stops, the last one first. */
    void onStop(AutoCloseable resource);
}
