package dev.tenon.sample;

import dev.tenon.Tenon;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Opens the desk with the application. */
@WebListener
public final class DeskListener implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(DeskListener.class.getName());

    private LiveView live;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Database database = new Database(Tenon.of(context).dataSource());
        database.open();
        open(context, database);
        announce();
    }

    private void open(ServletContext context, Database database) {
        Realtime io = Tenon.of(context).realtime();
        Namespace namespace = io.of("/desk");
        DeskRooms rooms = new DeskRooms(new Desk(Agents.load(), database, Clock.systemUTC(), Outlet.of(namespace)));
        rooms.publish(context);
        new ServerEvents(rooms.servers()).listen(namespace);
        new DeskNamespace(namespace, rooms.agents(), rooms.customers()).open();
        if (isOn(context, "desk.tutorial")) {
            new TutorialNamespace(io).open();
        }
        live = new LiveView(rooms, io);
        live.open();
    }

    private static boolean isOn(ServletContext context, String key) {
        return Boolean.parseBoolean(System.getProperty(key, context.getInitParameter(key)));
    }

    /** Says where to look, if the start knows: the application itself is not told under which address it is reached. */
    private static void announce() {
        String address = System.getProperty("desk.address");
        if (address != null) {
            LOG.log(Level.INFO, "The shop is at {0} and its desk at {0}agent", address);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (live != null) {
            live.close();
        }
    }
}
