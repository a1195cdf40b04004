package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tracking modes and cookie as web.xml has them (Jakarta Servlet 6.0, sections 7.1.1 and 7.1.3). */
@Timeout(30)
class UrlTrackingTest {
    @TempDir
    private Path docBase;

    private TomcatApp app(String sessionConfig) throws Exception {
        Files.createDirectories(docBase.resolve("WEB-INF"));
        Files.writeString(docBase.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <session-config>%s</session-config>
                </web-app>
                """.formatted(sessionConfig));
        TomcatApp app = Pages.on(TomcatApp.at("/shop", docBase).param("tenon.session.store", "memory"));
        app.servlet("/links", new Page((request, response) -> {
            request.getSession();
            response.getWriter()
                    .print(response.encodeURL("get?a=1#top") + " " + response.encodeURL("/shop") + " "
                            + response.encodeURL("/other") + " " + response.encodeURL("https://example.org/shop/") + " "
                            + response.encodeRedirectURL("#top") + " " + sources(request));
        }));
        return app;
    }

    private static String sources(HttpServletRequest request) {
        return request.isRequestedSessionIdFromCookie() + " " + request.isRequestedSessionIdFromURL();
    }

    @Test
    void trackingByUrl_addsTheIdToTheApplicationsOwnLinks() throws Exception {
        try (TomcatApp app = app("<cookie-config><name>SHOP</name></cookie-config><tracking-mode>URL</tracking-mode>")
                .start()) {
            HttpResponse<String> first = app.get("/set?a=1");
            assertEquals(List.of(), first.headers().allValues("Set-Cookie"));
            String link = app.get("/links").body().split(" ", -1)[0];
            String id = link.substring("get;SHOP=".length(), link.indexOf('?'));
            assertEquals("get;SHOP=" + id + "?a=1#top", link);
            assertEquals(
                    "get;SHOP=" + id + "?a=1#top /shop;SHOP=" + id
                            + " /other https://example.org/shop/ #top false true",
                    app.get("/links;SHOP=" + id).body());
            app.get("/set;SHOP=" + id + "?a=2");
            assertEquals("2", app.get("/get;SHOP=" + id + "?a").body());
            assertEquals("no session", app.get("/get?a", "Cookie", "SHOP=" + id).body());
        }
    }

    @Test
    void cookieConfig_ofWebXml_isHeardWithItsAttributes() throws Exception {
        String config =
                "<cookie-config><name>SHOP</name><path>/</path><http-only>false</http-only><secure>true</secure>"
                        + "<max-age>60</max-age><attribute><attribute-name>SameSite</attribute-name>"
                        + "<attribute-value>Strict</attribute-value></attribute><attribute>"
                        + "<attribute-name>Priority</attribute-name><attribute-value>High</attribute-value></attribute></cookie-config>";
        try (TomcatApp app = app(config).start()) {
            Visitor visitor = new Visitor(app, "SHOP");
            String cookie = visitor.setCookies(visitor.get("/set?a=1")).get(0);
            assertEquals(
                    List.of("Path=/", "Max-Age=60", "Secure", "SameSite=Strict", "Priority=High"),
                    Visitor.attributes(cookie));
        }
    }

    @Test
    void cookieConfig_thatAListenerSets_isHeard() throws Exception {
        TomcatApp app = app("");
        app.context().addApplicationListener(NamesTheCookie.class.getName());
        try (app) {
            Visitor visitor = new Visitor(app.start(), "LATE");
            assertTrue(visitor.setCookies(visitor.get("/set?a=1")).get(0).startsWith("LATE="));
        }
    }

    /** A listener of the application. */
    public static final class NamesTheCookie implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            SessionCookieConfig config = event.getServletContext().getSessionCookieConfig();
            config.setName("LATE");
        }
    }
}
