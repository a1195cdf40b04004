package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.web.TomcatApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feature in an application: how it is switched on, and what keys and web.xml say. */
@Timeout(30)
class SessionFeatureTest {
    @TempDir
    private Path docBase;

    @Test
    void withoutKey_sessionsAreTheContainers() throws Exception {
        try (TomcatApp app = Pages.on(TomcatApp.at("/shop", docBase)).start()) {
            Visitor visitor = new Visitor(app, "JSESSIONID");
            visitor.body("/set?a=1");
            assertFalse(visitor.id().isEmpty());
        }
    }

    @Test
    void enabledFalse_hasTheLastWord() throws Exception {
        try (TomcatApp app = memory().param("tenon.session.enabled", "false").start()) {
            Visitor visitor = new Visitor(app);
            visitor.body("/set?a=1");
            assertEquals("", visitor.id());
        }
    }

    @Test
    void key_ofTheTutorial() throws Exception {
        try (TomcatApp app = memory().param("tenon.session.key", "kkb:sess").start()) {
            Visitor visitor = new Visitor(app, "kkb:sess");
            visitor.body("/set?a=1");
            assertEquals("1", visitor.body("/get?a"));
        }
    }

    @Test
    void webXml_isHeard() throws Exception {
        Files.createDirectories(docBase.resolve("WEB-INF"));
        Files.writeString(docBase.resolve("WEB-INF/web.xml"), """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <session-config>
                    <session-timeout>7</session-timeout>
                    <cookie-config><name>SHOP</name></cookie-config>
                  </session-config>
                </web-app>
                """);
        TomcatApp app = memory();
        app.servlet("/timeout", new Page((request, response) -> response.getWriter()
                .print(request.getSession().getMaxInactiveInterval())));
        try (app) {
            Visitor visitor = new Visitor(app.start(), "SHOP");
            assertEquals("420", visitor.body("/timeout"));
            assertFalse(visitor.id().isEmpty());
        }
    }

    @Test
    void maxAge_isTheCookiesAndTheSessions_andRolls() throws Exception {
        TomcatApp app = memory().param("tenon.session.maxAge", "7d").param("tenon.session.rolling", "true");
        app.servlet("/timeout", new Page((request, response) -> response.getWriter()
                .print(request.getSession().getMaxInactiveInterval())));
        try (app) {
            Visitor visitor = new Visitor(app.start());
            assertEquals("604800", visitor.body("/timeout"));
            List<String> cookies = visitor.setCookies(visitor.get("/get?a"));
            assertTrue(cookies.get(0).startsWith("tenon.sid=" + visitor.id() + "; Path=/shop; Max-Age=604800;"));
            assertEquals(List.of(), visitor.setCookies(visitor.get("/static")));
        }
    }

    @Test
    void rollingCookie_ofARequestDuringALogin_isNotTheOldOne() throws Exception {
        TomcatApp app = memory().param("tenon.session.rolling", "true");
        app.servlet("/slow", new Page((request, response) -> {
            String id = request.getSession().getId();
            response.getWriter().print(new Visitor(app).with(id).body("/login"));
        }));
        try (app) {
            Visitor visitor = new Visitor(app.start());
            visitor.body("/set?a=1");
            assertEquals(List.of(), visitor.setCookies(visitor.get("/slow")));
        }
    }

    @Test
    void strictAccess_countsARequestThatDoesNotAsk_otherwiseNot() throws Exception {
        for (String strict : List.of("true", "false")) {
            TomcatApp app = memory().param("tenon.session.strictAccess", strict);
            app.servlet("/moved", new Page((request, response) -> response.getWriter()
                    .print(request.getSession().getLastAccessedTime()
                            > request.getSession().getCreationTime())));
            try (app) {
                Visitor visitor = new Visitor(app.start());
                visitor.body("/set?a=1");
                awaitNextMillisecond();
                visitor.body("/static");
                assertEquals(strict, visitor.body("/moved"));
            }
        }
    }

    @Test
    void cookieThatBrowsersDrop_stopsTheStart() throws Exception {
        try (TomcatApp app = memory().param("tenon.session.sameSite", "none")) {
            assertThrows(LifecycleException.class, app::start);
        }
    }

    /** Two requests may come within one, and stores know no shorter time. */
    private static void awaitNextMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
    }

    private TomcatApp memory() throws Exception {
        return Pages.on(TomcatApp.at("/shop", docBase)).param("tenon.session.store", "memory");
    }

    @Test
    void requestedId_isWhatTheClientSent() throws Exception {
        TomcatApp app = memory();
        app.servlet("/requested", new Page((request, response) -> response.getWriter()
                .print(request.getRequestedSessionId() + " " + request.isRequestedSessionIdValid() + " "
                        + request.isRequestedSessionIdFromCookie() + " " + request.isRequestedSessionIdFromURL())));
        try (app) {
            Visitor visitor = new Visitor(app.start());
            assertEquals("null false false false", visitor.body("/requested"));
            assertEquals("x false true false", new Visitor(app).with("x").body("/requested"));
            visitor.body("/set?a=1");
            assertEquals(visitor.id() + " true true false", visitor.body("/requested"));
        }
    }
}
