package dev.tenon.session.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.session.cdi.shop.Basket;
import dev.tenon.session.cdi.shop.Desk;
import dev.tenon.session.cdi.shop.Greeting;
import dev.tenon.session.cdi.shop.Line;
import dev.tenon.session.cdi.shop.Till;
import dev.tenon.session.cdi.shop.Watch;
import dev.tenon.session.cdi.shop.Wishes;
import dev.tenon.web.TomcatApp;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's session beans over real HTTP, in two runs of the server with one store. */
class SessionScopedBeansTest {
    private static final String ON = "tenon.session.enabled=true";

    @TempDir
    private Path folder;

    private String cookie = "";

    @BeforeEach
    void forget() {
        Basket.LIFE.clear();
        Watch.ENDED.clear();
    }

    @Test
    void bean_survivesARestart_withEverythingInjectedAgain() throws Exception {
        assertEquals(List.of("[tea] 6 -1", "[tea, milk] 8 -2"), inTwoRuns("/basket?tea", "/basket?milk"));
        assertEquals(List.of("initialized true", "begin"), Basket.LIFE);
    }

    @Test
    void bean_withAConstructor_survivesARestart() throws Exception {
        assertEquals(List.of("3", "7"), inTwoRuns("/wishes?tea", "/wishes?milk"));
    }

    @Test
    void bean_intercepted_survivesARestart() throws Exception {
        assertEquals(List.of("ring 3", "ring 7"), inTwoRuns("/till?tea", "/till?milk"));
    }

    @Test
    void product_survivesARestart() throws Exception {
        assertEquals(List.of("[a]", "[a, b]"), inTwoRuns("/pages?a", "/pages?b"));
    }

    @Test
    void bean_isChangedInPlace_withinARunToo() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals("[tea] 6 -1", get(server, "/basket?tea"));
            assertEquals("[tea]", get(server, "/peek"));
            assertEquals("[tea, milk] 8 -2", get(server, "/basket?milk"));
        }
    }

    @Test
    void bean_afterAnAsyncDispatch_isOfTheSameSession() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals("[tea] 6 -1", get(server, "/basket?tea"));
            assertEquals("[tea]", get(server, "/later"));
        }
    }

    @Test
    void end_destroysBeans_alsoThoseOfAnotherRun() throws Exception {
        inTwoRuns("/basket?tea", "/logout");
        assertEquals(
                List.of("initialized true", "begin", "before destroyed true", "end [tea]", "destroyed true"),
                Basket.LIFE);
    }

    @Test
    void expiry_destroysBeans_too() throws Exception {
        try (ShopServer server = server(ON)) {
            get(server, "/basket?tea");
            get(server, "/brief");
            assertNotNull(Watch.ENDED.poll(20, TimeUnit.SECONDS));
        }
        assertEquals(
                List.of("initialized true", "begin", "before destroyed true", "end [tea]", "destroyed true"),
                Basket.LIFE);
    }

    /** Else each request that reads the bean keeps a connection, until the pool has none. */
    @Test
    void dependentsOfAStoredBean_endWithEachRequest() throws Exception {
        try (ShopServer server = server(ON)) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(i + " true", get(server, "/call"));
                assertEquals(0, Line.OPEN.get(), "after request " + i);
            }
        }
    }

    /** The page that shows an error, and what goes on after startAsync, read the same copy. */
    @Test
    void dependents_areThereAgain_inADispatchAfterTheRequestsThread() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals("2 true", get(server, "/callLater"));
            assertEquals("4 true", get(server, "/callLater"));
            assertEquals(0, Line.OPEN.get());
        }
    }

    @Test
    void dependents_endOnce_whereTheSessionEndsInTheSameRequest() throws Exception {
        Line.CLOSED.set(0);
        try (ShopServer server = server(ON)) {
            assertEquals("1 true", get(server, "/call"));
            assertEquals("2 true", get(server, "/lastCall"));
            assertEquals(0, Line.OPEN.get());
            assertEquals(2, Line.CLOSED.get());
        }
    }

    @Test
    void attribute_isCalledByTheClass() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals("[tea] 6 -1", get(server, "/basket?tea"));
            assertEquals("3", get(server, "/wishes?tea"));
            assertEquals(
                    "[dev.tenon.bean." + Basket.class.getName() + ", dev.tenon.bean." + Wishes.class.getName() + "]",
                    get(server, "/names"));
        }
    }

    @Test
    void attribute_isCalledByItsQualifiers_too() throws Exception {
        assertEquals(List.of("1", "2"), inTwoRuns("/greet", "/greet"));
        try (ShopServer server = server(ON)) {
            String gift = Greeting.class.getPackageName() + ".Gift(value=mia)";
            assertEquals("[dev.tenon.bean." + Greeting.class.getName() + "@" + gift + "]", get(server, "/names"));
        }
    }

    @Test
    void bytes_holdNoClassOfTheContainer() throws Exception {
        inTwoRuns("/basket?tea", "/till?tea");
        String bytes = ShopServer.SharedStore.bytesOf(cookie);
        assertTrue(bytes.contains("dev.tenon.session.cdi.shop.Basket"), bytes);
        assertFalse(bytes.contains("org.jboss"), bytes);
    }

    @Test
    void bean_isKeptUnread_onAServerWithoutCdi() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals("[tea] 6 -1", get(server, "/basket?tea"));
        }
        try (TomcatApp plain =
                TomcatApp.at("/shop", folder).servlet("/visit", new Visit()).start(ShopServer.SharedStore.class)) {
            HttpResponse<String> answer = plain.get("/visit", "Cookie", "tenon.sid=" + cookie);
            assertEquals(200, answer.statusCode());
        }
        try (ShopServer server = server(ON)) {
            assertEquals("[tea, milk] 8 -2", get(server, "/basket?milk"));
            assertTrue(get(server, "/names").contains("visited"));
        }
    }

    private static final class Visit extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().setAttribute("visited", true);
        }
    }

    @Test
    void session_injected_isTheStoredOne() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals("true", get(server, "/injected"));
        }
    }

    @Test
    void bean_outsideARequest_isNotThere() throws Exception {
        try (ShopServer server = server(ON)) {
            Basket basket = server.beans().select(Basket.class).get();
            assertThrows(ContextNotActiveException.class, basket::peek);
        }
    }

    @Test
    void scope_withoutAKey_staysTheContainers() throws Exception {
        try (ShopServer server = server("")) {
            assertEquals(SessionScoped.class, scope(server));
            assertTrue(server.beans().select(HttpSession.class).isUnsatisfied());
        }
    }

    @Test
    void scope_withAKey_isTenons() throws Exception {
        try (ShopServer server = server(ON)) {
            assertEquals(StoredSessionScoped.class, scope(server));
            assertFalse(server.beans().select(HttpSession.class).isUnsatisfied());
        }
    }

    private static Object scope(ShopServer server) {
        return server.beans().getBeanManager().getBeans(Basket.class).stream()
                .findFirst()
                .map(Bean::getScope)
                .orElseThrow();
    }

    /** The answers to one request in each run. */
    private List<String> inTwoRuns(String first, String second) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String path : List.of(first, second)) {
            try (ShopServer server = server(ON)) {
                answers.add(get(server, path));
            }
        }
        return answers;
    }

    private ShopServer server(String keys) throws Exception {
        return new ShopServer(keys, folder, new ShopPages());
    }

    private String get(ShopServer server, String path) throws Exception {
        HttpResponse<String> answer = server.app().get(path, "Cookie", "tenon.sid=" + cookie);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertTrue(cookies.stream().allMatch(one -> one.startsWith("tenon.sid=")), cookies.toString());
        cookies.forEach(one -> cookie = one.substring("tenon.sid=".length(), one.indexOf(';')));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static final class ShopPages extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String text = request.getQueryString();
            switch (request.getPathInfo()) {
                case "/basket" -> response.getWriter().print(bean(Basket.class).add(text));
                case "/peek" -> response.getWriter().print(bean(Basket.class).peek());
                case "/wishes" -> response.getWriter().print(bean(Wishes.class).add(text));
                case "/till" -> response.getWriter().print(bean(Till.class).ring(text));
                case "/call" -> response.getWriter().print(bean(Desk.class).call());
                case "/callLater" -> {
                    bean(Desk.class).call();
                    request.startAsync().dispatch("/call");
                }
                case "/lastCall" -> {
                    response.getWriter().print(bean(Desk.class).call());
                    request.getSession().invalidate();
                }
                case "/greet" ->
                    response.getWriter()
                            .print(CDI.current()
                                    .select(Greeting.class, Any.Literal.INSTANCE)
                                    .get()
                                    .greet());
                case "/pages" -> pages(text, response);
                case "/later" -> request.startAsync().dispatch("/peek");
                case "/brief" -> request.getSession().setMaxInactiveInterval(1);
                case "/logout" -> request.getSession().invalidate();
                case "/names" -> names(request, response);
                default -> injected(request, response);
            }
        }

        private static <T> T bean(Class<T> type) {
            return CDI.current().select(type).get();
        }

        private static void pages(String text, HttpServletResponse response) throws IOException {
            List<String> pages =
                    CDI.current().select(new TypeLiteral<List<String>>() {}).get();
            pages.add(text);
            response.getWriter().print(pages);
        }

        private static void names(HttpServletRequest request, HttpServletResponse response) throws IOException {
            List<String> names = Collections.list(request.getSession().getAttributeNames());
            response.getWriter().print(names.stream().sorted().toList());
        }

        private static void injected(HttpServletRequest request, HttpServletResponse response) throws IOException {
            RequestContextController context = bean(RequestContextController.class);
            context.activate();
            try {
                bean(HttpSession.class).setAttribute("a", "b");
                boolean same = bean(HttpSession.class)
                                .getId()
                                .equals(request.getSession().getId())
                        && bean(HttpServletRequest.class)
                                .getSession()
                                .getAttribute("a")
                                .equals("b");
                response.getWriter().print(same);
            } finally {
                context.deactivate();
            }
        }
    }
}
