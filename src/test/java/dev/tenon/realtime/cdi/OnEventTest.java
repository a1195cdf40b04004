package dev.tenon.realtime.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.cdi.TenonExtension;
import dev.tenon.realtime.WireSocket;
import dev.tenon.realtime.cdi.ChatBeans.Answering;
import dev.tenon.realtime.cdi.ChatBeans.Chat;
import dev.tenon.realtime.cdi.ChatBeans.Counter;
import dev.tenon.realtime.cdi.ChatBeans.Private;
import dev.tenon.realtime.cdi.ChatBeans.Twice;
import dev.tenon.realtime.cdi.ChatBeans.Visit;
import dev.tenon.web.TomcatApp;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.websocket.server.WsSci;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of beans handle what comes over the wire: Weld beside Tomcat. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnEventTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

    private WeldContainer beans;
    private TomcatApp app;
    private WireSocket wire;

    @BeforeAll
    void start(@TempDir Path docBase) throws Exception {
        beans = weld(Chat.class, Visit.class, Counter.class).initialize();
        app = TomcatApp.at("", docBase).param("tenon.realtime.enabled", "true");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
    }

    @BeforeEach
    void connect() throws Exception {
        beans.select(Chat.class).get().heard().clear();
        wire = new WireSocket(HttpClient.newHttpClient(), app.uri(POLLING.replace("polling", "websocket")));
        wire.next();
        wire.send("40");
        assertTrue(wire.next().startsWith("40"));
    }

    private static Weld weld(Class<?>... classes) {
        return new Weld().disableDiscovery().addBeanClasses(classes).addExtensions(new TenonExtension());
    }

    @AfterAll
    void stop() throws Exception {
        app.close();
        assertEquals("ended", Counter.ENDS.poll(10, TimeUnit.SECONDS)); // the dependent bean ends with the application
        beans.shutdown();
    }

    private String heard() throws InterruptedException {
        return beans.select(Chat.class).get().heard().poll(10, TimeUnit.SECONDS);
    }

    private String answer(String event) throws InterruptedException {
        wire.send("421" + event);
        return wire.next();
    }

    @Test
    void connection_isHeard() throws Exception {
        assertTrue(wire.next().startsWith("42[\"welcome\","));
    }

    @Test
    void end_isHeard_withTheReason() throws Exception {
        wire.close();
        assertEquals("leaves 1 room: transport close", heard());
        assertEquals("left: transport close", heard());
    }

    @Test
    void arguments_areJavaValues_andTheResultIsTheAnswer() throws Exception {
        wire.next();
        assertEquals("431[\"2 tea Integer\"]", answer("[\"order\",{\"item\":\"tea\",\"count\":2},[1]]"));
        assertEquals("431[2,\"a\"]", answer("[\"all\",\"a\",\"b\"]"));
        assertEquals("431[\"soon, later\"]", answer("[\"later\",\"soon\"]"));
        assertEquals("431[\"/desk\"]", desk());
    }

    private String desk() throws InterruptedException {
        wire.send("40/desk,");
        wire.next();
        wire.send("42/desk,1[\"note\"]");
        return wire.next().replace("/desk,", "");
    }

    @Test
    void eachEvent_hasARequestContextOfItsOwn() throws Exception {
        wire.next();
        assertEquals("431[3]", answer("[\"visit\"]"));
        assertEquals("431[3]", answer("[\"visit\"]"));
    }

    @Test
    void eventOfAPoll_isInTheContextOfItsRequest() throws Exception {
        String opened = app.get(POLLING).body();
        String url = POLLING + "&sid=" + opened.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        app.post(url, "text/plain", "40");
        app.get(url);
        app.post(url, "text/plain", "421[\"visit\"]");
        assertTrue(app.get(url).body().endsWith("431[3]"));
    }

    @Test
    void dependentBean_isOne() throws Exception {
        wire.next();
        assertEquals("431[1]", answer("[\"count\"]"));
        assertEquals("431[2]", answer("[\"count\"]"));
        assertTrue(Counter.ENDS.isEmpty());
    }

    @Test
    void exception_goesWhereThatOfAHandlerGoes() throws Exception {
        wire.next();
        assertEquals("431[\"refused: no\"]", answer("[\"refuse\"]"));
        assertEquals("431[\"refused: argument 0 of 'tell' is missing\"]", answer("[\"tell\"]"));
    }

    @Test
    void refusalThatComesLater_isAnsweredAsOneThatIsThrown() throws Exception {
        wire.next();
        assertEquals("431[\"Anna\"]", answer("[\"checkLater\",\"Anna\"]"));
        String told = answer("[\"checkLater\",\"A\"]");
        assertTrue(told.startsWith("431[{") && told.contains("\"code\":\"length\""), told);
    }

    @Test
    void interceptor_applies() throws Exception {
        wire.next();
        assertEquals("431[\"Ann\"]", answer("[\"nick\",\"Ann\"]"));
        answer("[\"refuse\"]"); // adds a listener
        assertTrue(answer("[\"nick\",\"A\"]").startsWith("431[\"refused: "));
    }

    @ParameterizedTest
    @ValueSource(classes = {Private.class, Twice.class, Answering.class})
    void wrongMethod_stopsTheStart(Class<?> bean) {
        Exception e = assertThrows(
                Exception.class, () -> weld(bean).containerId(bean.getName()).initialize());
        assertTrue(e.getMessage().contains("@OnEvent(\""), e.getMessage());
        assertTrue(e instanceof DefinitionException || e.getMessage().contains("DefinitionException"), e.toString());
    }
}
