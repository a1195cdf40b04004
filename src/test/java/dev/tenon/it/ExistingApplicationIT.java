package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.it.existing.Api;
import dev.tenon.it.existing.Counter;
import dev.tenon.it.existing.Faces;
import dev.tenon.it.existing.OrderEvents;
import dev.tenon.it.existing.OrderResource;
import dev.tenon.it.existing.Orders;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The guide for existing applications, step by step, with such an application: Jakarta REST, CDI and Faces. On each server that
 * {@code -Dserver} names and that brings them.
 */
class ExistingApplicationIT {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
              <h:head><title>Counter</title></h:head>
              <h:body>
                <h:form id="form">clicks: #{counter.clicks} <h:commandButton id="click" value="Click" action="#{counter.click}"/></h:form>
              </h:body>
            </html>
            """;

    private static final String KEYS = """
            tenon.session.enabled=true
            tenon.session.allow=com.sun.faces.*,org.apache.myfaces.*,jakarta.faces.*
            tenon.fallback.enabled=true
            tenon.realtime.enabled=true
            """;

    private static final byte[] DRAWING = "<svg/>".getBytes(StandardCharsets.UTF_8);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    static List<String> servers() {
        return Servers.chosen();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("servers")
    void application_worksAsBefore_andItsSessionSurvivesARestart(String name) throws Exception {
        try (Server server = Servers.create(name)) {
            server.assumeCdi();
            server.environment("TENON_DATABASE_URL", Sample.h2(server));
            Path drawings = Files.createDirectory(server.home().resolve("drawings"));
            server.environment("TENON_UPLOAD_DESTINATION", drawings.toString());
            server.deploy("/shop", application().write("existing"));
            server.start("/shop/api/orders");
            String page = assertFacesWork(server);
            assertOrdersAreValidated(server);
            assertDrawingOfARefusedOrderIsDeleted(server, drawings);
            assertDeepLinksGetThePage(server);
            assertOrdersComeAsEvents(server);
            assertEquals("1: 2 of 椅子", order(server, "椅子", "2").body());
            server.restart("/shop/api/orders");
            assertEquals("2: 3 of table", order(server, "table", "3").body());
            assertTrue(click(server, page).contains("clicks: 4"), "a view from before the restart");
            assertEquals(List.of("tenon.sid"), cookieNames());
        }
    }

    private static War application() {
        return new War()
                .library(Build.jar())
                .library(Build.library(Driver.class))
                .classes(Api.class, OrderResource.class, Orders.class, Counter.class, Faces.class, OrderEvents.class)
                .file("counter.xhtml", PAGE)
                .webXml("<welcome-file-list><welcome-file>counter.xhtml</welcome-file></welcome-file-list>")
                .file("WEB-INF/beans.xml", "")
                .file("index.html", "<!doctype html><title>Shop</title>")
                .file("WEB-INF/classes/META-INF/tenon.properties", KEYS);
    }

    /** Returns the page after three clicks. */
    private String assertFacesWork(Server server) throws IOException, InterruptedException {
        String page = get(server, "/shop/counter.xhtml").body();
        for (int clicks = 0; clicks < 3; clicks++) {
            assertTrue(page.contains("clicks: " + clicks), page);
            page = click(server, page);
        }
        return page;
    }

    private String click(Server server, String page) throws IOException, InterruptedException {
        Matcher state = VIEW_STATE.matcher(page);
        assertTrue(state.find(), page);
        return post(
                        server,
                        "/shop/counter.xhtml",
                        "form=form&form_SUBMIT=1&form%3Aclick=Click&jakarta.faces.ViewState=" + encoded(state.group(1)))
                .body();
    }

    private void assertOrdersAreValidated(Server server) throws IOException, InterruptedException {
        HttpResponse<String> refused = order(server, " ", "0");
        assertEquals(422, refused.statusCode(), refused::body);
    }

    private static void assertDrawingOfARefusedOrderIsDeleted(Server server, Path drawings) throws Exception {
        Browser browser = new Browser(server);
        assertEquals(
                200,
                browser.upload("/shop/api/orders/drawn", "table", "oak.svg", DRAWING)
                        .statusCode());
        assertEquals(1, count(drawings));
        HttpResponse<String> refused = browser.upload("/shop/api/orders/drawn", " ", "oak.svg", DRAWING);
        assertEquals(422, refused.statusCode(), refused::body);
        assertEquals(1, count(drawings), "files kept");
    }

    private void assertDeepLinksGetThePage(Server server) throws Exception {
        Browser browser = new Browser(server);
        assertTrue(browser.get("/shop/tables/7", "text/html").body().contains("<title>Shop</title>"));
        assertEquals(404, browser.get("/shop/old.js", "*/*").statusCode());
        assertEquals(404, browser.get("/shop/api/none", "application/json").statusCode());
        for (String page : List.of("/shop/counter.xhtml", "/shop/")) {
            assertTrue(browser.get(page, "text/html").body().contains("clicks: 0"), page);
        }
    }

    /** By polling, as the stock client begins: Engine.IO 4, and its packets one by one. */
    private void assertOrdersComeAsEvents(Server server) throws IOException, InterruptedException {
        String polling = "/shop/socket.io/?EIO=4&transport=polling";
        String opened = get(server, polling).body();
        String socket = polling + "&sid=" + opened.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        assertEquals("ok", send(server, socket, "40"));
        assertTrue(get(server, socket).body().startsWith("40{"), opened);
        assertEquals("ok", send(server, socket, "420[\"order\",\"table\",3]"));
        assertEquals("430[\"3 of table\"]", get(server, socket).body());
    }

    private String send(Server server, String path, String packet) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofString(packet))
                .build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private HttpResponse<String> order(Server server, String product, String count)
            throws IOException, InterruptedException {
        return post(server, "/shop/api/orders", "product=" + encoded(product) + "&count=" + count);
    }

    private HttpResponse<String> get(Server server, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Server server, String path, String form)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "*/*")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
