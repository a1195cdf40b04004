package dev.tenon.realtime.web;

import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.SessionRef;
import dev.tenon.realtime.engine.EngineAcceptor;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** An Engine.IO server at {@code /engine.io/} in embedded Tomcat, with the settings that the official test-suite asks for. */
final class EngineTomcat implements AutoCloseable {
    private static final String PATH = "/engine.io/";

    private final Tomcat tomcat = new Tomcat();
    private final Path base;

    private EngineTomcat(
            int port, boolean webSocket, EngineOptions options, WebOptions.Builder web, EngineAcceptor acceptor)
            throws Exception {
        base = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/tomcats").toAbsolutePath()), "engine");
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", base.toString());
        if (webSocket) {
            context.addServletContainerInitializer(new WsSci(), Set.of());
        }
        context.addServletContainerInitializer(
                (classes, servletContext) ->
                        start(servletContext, options, web.path(PATH).build(), acceptor),
                Set.of());
        tomcat.start();
    }

    static EngineOptions.Builder suiteOptions() {
        return EngineOptions.builder().pingInterval(Duration.ofMillis(300)).pingTimeout(Duration.ofMillis(200));
    }

    static EngineTomcat start(EngineOptions options, WebOptions.Builder web, EngineAcceptor acceptor) throws Exception {
        return new EngineTomcat(0, true, options, web, acceptor);
    }

    static EngineTomcat startWithoutWebSocket(EngineAcceptor acceptor) throws Exception {
        return new EngineTomcat(0, false, suiteOptions().build(), WebOptions.builder(), acceptor);
    }

    /** Serves the official test-suite until the process ends. */
    public static void main(String... args) throws Exception {
        WebOptions.Builder web = WebOptions.builder().corsOrigin(List.of(CorsOptions.ANY));
        EngineTomcat server = new EngineTomcat(
                Integer.parseInt(args[0]),
                true,
                suiteOptions().allowEIO3(true).build(),
                web,
                (socket, handshake) -> echo(socket));
        server.tomcat.getServer().await();
    }

    private static void start(ServletContext context, EngineOptions options, WebOptions web, EngineAcceptor acceptor) {
        TomcatApp app = new TomcatApp(context, new CookieSessions());
        EngineWeb engine = EngineWeb.start(app, options, web, acceptor);
        context.addListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                engine.contextInitialized();
            }

            @Override
            public void contextDestroyed(ServletContextEvent event) {
                app.close();
            }
        });
    }

    /** Returns the folder of the application. */
    Path base() {
        return base;
    }

    String url(String query) {
        return at(PATH + "?" + query);
    }

    /** Returns the URL of a path. */
    String at(String path) {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path;
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        ExpandWar.delete(base.toFile());
    }

    static EngineListener echo(EngineSocket socket) {
        return new EngineListener() {
            @Override
            public void text(String message) {
                socket.send(List.of(new Frame.Text(message)));
            }

            @Override
            public void binary(byte[] message) {
                socket.send(List.of(new Frame.Binary(ByteBuffer.wrap(message))));
            }

            @Override
            public void closed(String reason) {}
        };
    }

    /** The session of a request is its cookie. */
    private static final class CookieSessions implements SessionAccess {
        @Override
        public Optional<SessionRef> find(HttpServletRequest request) {
            return Optional.ofNullable(request.getHeader("Cookie")).map(CookieSession::new);
        }

        @Override
        public String alias(HttpSession session) {
            return session.getId();
        }

        @Override
        public boolean exists(SessionRef session) {
            return true;
        }

        @Override
        public boolean access(SessionRef session, Consumer<HttpSession> work) {
            return false;
        }

        @Override
        public AutoCloseable onEnd(Consumer<SessionRef> listener) {
            return () -> {};
        }
    }

    private record CookieSession(String alias) implements SessionRef {}
}
