package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.it.beans.OnByConfigurer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the session beans of an application are, on a server that brings CDI and starts it before the servlet context. */
class SessionBeansOnPayaraMicroIT {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Server server;

    @BeforeEach
    void create() throws IOException {
        server = new PayaraMicro();
        server.environment("TENON_DATABASE_URL", Sample.h2(server));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void switchedOn_beansSurviveARestart_withOneCookie() throws Exception {
        server.deploy("/on", Shop.war().webXml(Shop.ENABLED).write("beans-on"));
        server.start("/on/shop/open");
        assertEquals(Shop.FIRST, get("/on/shop/add"));
        assertEquals("ring 4", get("/on/shop/ring"));
        assertEquals("injection true injection", get("/on/shop/same"));
        server.restart("/on/shop/open");
        assertEquals(Shop.SECOND, get("/on/shop/add"));
        assertEquals("ring 8", get("/on/shop/ring"));
        assertEquals(Set.of("tenon.sid"), cookieNames());
        assertEquals("12", get("/on/shop/clerk") + get("/on/shop/clerk"));
        assertEquals("gone", get("/on/shop/logout"));
        assertEquals("[end [tea, tea]]", get("/on/shop/life"));
    }

    @Test
    void expiry_destroysBeans_withTheContainerOfTheirApplication() throws Exception {
        String sweepOften = "<context-param><param-name>tenon.session.checkExpirationInterval</param-name>"
                + "<param-value>1s</param-value></context-param>";
        server.deploy("/brief", Shop.war().webXml(Shop.ENABLED + sweepOften).write("beans-brief"));
        server.start("/brief/shop/open");
        assertEquals(Shop.FIRST, get("/brief/shop/add"));
        assertEquals("brief", get("/brief/shop/brief"));
        Waiting.until("the sweep", () -> get("/brief/shop/life").equals("[begin, end [tea]]"), 1_500);
    }

    @Test
    void switchedOff_beansStayTheContainers() throws Exception {
        Path off = Shop.war().file(Shop.KEYS, "tenon.session.enabled=false").write("beans-off");
        server.deploy("/off", off);
        server.deploy("/none", Shop.war().write("beans-none"));
        server.start("/off/shop/open", "/none/shop/open");
        server.awaitOutput("so are @SessionScoped beans");
        assertEquals(Shop.FIRST, get("/off/shop/add"));
        assertEquals("[tea, tea] 66 -2 8", get("/off/shop/add"));
        assertEquals("injection true injection", get("/off/shop/same"));
        assertEquals(Shop.FIRST, get("/none/shop/add"));
        assertEquals(Set.of("JSESSIONID"), cookieNames());
        assertEquals("gone", get("/off/shop/logout"));
        assertEquals("[begin, end [tea, tea]]", get("/off/shop/life"));
    }

    @Test
    void switchedOnUnseen_startSaysSo() throws Exception {
        server.deploy("/unseen", Shop.war().classes(OnByConfigurer.class).write("beans-unseen"));
        server.start("/unseen/shop/open");
        server.awaitOutput("Sessions are stored, but CDI could not know so in time");
        assertEquals(Shop.FIRST, get("/unseen/shop/add"));
        assertEquals(Set.of("JSESSIONID"), cookieNames());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path)).build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private Set<String> cookieNames() {
        Set<String> names = new TreeSet<>();
        cookies.getCookieStore().getCookies().stream().map(HttpCookie::getName).forEach(names::add);
        return names;
    }
}
