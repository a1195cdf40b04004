package dev.tenon;

import dev.tenon.kernel.web.ConnectionSource;
import dev.tenon.realtime.Realtime;
import jakarta.servlet.ServletContext;
import javax.sql.DataSource;

/** Tenon as one application has it. Thread-safe. */
public final class Tenon {
    private final ServletContext context;

    private Tenon(ServletContext context) {
        this.context = context;
    }

    /**
     * Returns the Tenon of the application.
     *
     * @param context the application's own; available from its first listener to the end of its last
     */
    public static Tenon of(ServletContext context) {
        return new Tenon(context);
    }

    /**
     * Returns the Socket.IO server of the application.
     *
     * @throws IllegalStateException if realtime is off
     */
    public Realtime realtime() {
        return published(Realtime.class, "realtime");
    }

    /**
     * Returns the database of the application, which also keeps its sessions: what the keys {@code tenon.database.*} name. The same one each
     * time, opened on the first call, and closed when the application stops if Tenon opened it.
     *
     * @throws IllegalStateException if the database that a key names is not to be had
     */
    public DataSource dataSource() {
        return ((ConnectionSource) context.getAttribute(ConnectionSource.class.getName())).dataSource();
    }

    private <T> T published(Class<T> type, String feature) {
        Object object = context.getAttribute(type.getName());
        if (object == null) {
            throw new IllegalStateException(feature + " is off in " + context.getContextPath()
                    + "/: set one of the keys tenon." + feature + ".*, or name it in a TenonConfigurer");
        }
        return type.cast(object);
    }
}
