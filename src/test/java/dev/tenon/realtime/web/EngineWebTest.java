package dev.tenon.realtime.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.kernel.Meters;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.engine.EngineOptions;
import jakarta.servlet.ServletContext;
import jakarta.websocket.Endpoint;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What servers do differently with the parts of realtime that they hold, as fakes that record. */
class EngineWebTest {
    private static final BeanLookup WELD = new BeanLookup() {
        @Override
        public boolean hasContainer() {
            return true;
        }

        @Override
        public <T> Optional<T> find(Class<T> type) {
            return Optional.empty();
        }
    };

    private final Map<String, Object> attributes = new HashMap<>();
    private final List<String> servlets = new ArrayList<>();
    private final List<ServerEndpointConfig> endpoints = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private BeanLookup beans = BeanLookup.NONE;

    @Test
    void payara_hasNoWebSocketContainer_beforeAContextListener() throws Exception {
        EngineWeb web = started();
        attributes.put(WebSocketRegistration.CONTAINER, container());
        web.contextInitialized();
        assertEquals(
                List.of("/socket.io/"),
                endpoints.stream().map(ServerEndpointConfig::getPath).toList());
    }

    @Test
    void payara_callsTheEndpointByReflection() {
        assertTrue(Modifier.isPublic(WebSocketEndpoint.class.getModifiers()));
    }

    @Test
    void liberty_hasNoServletAtExactlyAFolder() {
        started();
        assertEquals(List.of("/socket.io/*"), servlets);
    }

    @Test
    void jetty_endsConnectionsAfter30SilentSeconds_unlessToldOtherwise() throws Exception {
        EngineWeb web = started();
        attributes.put(WebSocketRegistration.CONTAINER, container());
        web.contextInitialized();
        Endpoint endpoint = endpoints.get(0).getConfigurator().getEndpointInstance(WebSocketEndpoint.class);
        endpoint.onOpen(session(), endpoints.get(0));
        assertEquals(List.of(55_000L), told); // both intervals of the heartbeat, and the time of an upgrade
    }

    @Test
    void glassFish8_endsSomeConnectionsAtOnce_whichAreToldATimeout_soTyrusIsToldNone() {
        assertTrue(WebSocketEndpoint.hasEarlyTimeouts("org.glassfish.tyrus.core.TyrusSession"));
        assertFalse(WebSocketEndpoint.hasEarlyTimeouts(session().getClass().getName()));
    }

    @Test
    void weld_endsTheScopeOfTheThreadThatCompletesARequest_soThatIsNotASenders() throws Exception {
        assertSame(Thread.currentThread(), answering());
        beans = WELD;
        assertNotSame(Thread.currentThread(), answering());
    }

    private Thread answering() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        started().answerer().execute(() -> thread.complete(Thread.currentThread()));
        return thread.get(10, TimeUnit.SECONDS);
    }

    private EngineWeb started() {
        return EngineWeb.start(
                app(), EngineOptions.builder().build(), WebOptions.builder().build(), (socket, handshake) -> null);
    }

    private WebApp app() {
        ServletContext context = fake(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "getContextPath" -> "/app";
            case "getClassLoader" -> EngineWebTest.class.getClassLoader();
            default -> null;
        });
        return fake(WebApp.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "servletContext" -> context;
            case "beans" -> beans;
            case "meters" -> new Meters();
            case "addServlet" -> servlets.addAll(List.of((String[]) arguments[3]));
            default -> null;
        });
    }

    private ServerContainer container() {
        return fake(ServerContainer.class, (proxy, method, arguments) -> {
            endpoints.add((ServerEndpointConfig) arguments[0]);
            return null;
        });
    }

    /** A WebSocket whose handshake Tenon has not seen, so it is closed at once. */
    private Session session() {
        return fake(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "setMaxIdleTimeout" -> told.add(arguments[0]);
            case "getUserProperties" -> new HashMap<>();
            case "getAsyncRemote" -> fake(RemoteEndpoint.Async.class, (async, ignored, none) -> null);
            default -> null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(EngineWebTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
