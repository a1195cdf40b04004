package dev.tenon.realtime;

import dev.tenon.Tenon;
import dev.tenon.boot.TenonInitializer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** The application under load, in Tomcat with its defaults: echo, broadcast, rooms and direct messages, in two namespaces. */
public final class LoadApp {
    private LoadApp() {}

    /** Serves on the port that the first argument names, until the process ends. */
    public static void main(String... args) throws Exception {
        File base = Files.createTempDirectory("load").toFile();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.getPath());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", base.getPath());
        context.addParameter("tenon.realtime.enabled", "true");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(new TenonInitializer(), Set.of());
        context.addApplicationListener(Handlers.class.getName());
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
        context.addServletMappingDecoded("/", "default");
        tomcat.start();
        tomcat.getServer().await();
    }

    /** What the peers answer, too. */
    public static final class Handlers implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            Realtime io = Tenon.of(event.getServletContext()).realtime();
            serve(io);
            serve(io.of("/chat"));
        }

        private static void serve(Namespace namespace) {
            namespace.onConnection(socket -> socket.on("echo", args -> args.ack(args.get(0)))
                    .on("broadcast", args -> namespace.emit("broadcast", args.get(0)))
                    .on("join", args -> {
                        socket.join(args.text(0));
                        args.ack(true);
                    })
                    .on("direct", args -> direct(namespace, args.map(0))));
        }

        private static void direct(Namespace namespace, Map<String, Object> message) {
            namespace.to((String) message.get("to")).emit("direct", message.get("msg"));
        }
    }
}
