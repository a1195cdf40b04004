package dev.tenon.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.catalina.LifecycleException;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    private Path docBase;

    @Test
    void unknownKey_stopsTheStart() throws Exception {
        try (TomcatApp app = TomcatApp.at("", docBase).param("tenon.fallback.indx", "/x.html")) {
            assertThrows(LifecycleException.class, app::start);
        }
    }

    @Test
    void configurer_isCalledOnce_andSwitchesAFeatureOn() throws Exception {
        Files.writeString(docBase.resolve("app.html"), "the page");
        try (TomcatApp app = TomcatApp.at("", docBase).start(PageConfigurer.class)) {
            assertTrue(app.get("/route", "Accept", "text/html").body().contains("the page"));
        }
    }

    @Test
    void enabledFalse_isStrongerThanTheConfigurer() throws Exception {
        Files.writeString(docBase.resolve("app.html"), "the page");
        try (TomcatApp app = TomcatApp.at("", docBase)
                .param("tenon.fallback.enabled", "false")
                .start(PageConfigurer.class)) {
            assertEquals(404, app.get("/route", "Accept", "text/html").statusCode());
        }
    }

    @Test
    void twoConfigurers_areRefused_byName() {
        Set<Class<?>> two = Set.of(PageConfigurer.class, OtherConfigurer.class, TenonConfigurer.class);
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> Configurers.instantiate(two));
        assertTrue(refused.getMessage().contains("OtherConfigurer")
                && refused.getMessage().contains("PageConfigurer"));
    }

    @Test
    void configurerWithoutAConstructor_isNamed() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> Configurers.instantiate(Set.of(ShyConfigurer.class)));
        assertTrue(refused.getMessage().contains("ShyConfigurer"));
    }

    @Test
    void noConfigurer_isNothing() {
        RecordedSetup setup = new RecordedSetup();
        Configurers.instantiate(null).configure(setup);
        assertTrue(setup.fallback().isEmpty());
    }

    @Test
    void refusalOfAServlet_isAnswered_alsoWhenItWasWrapped() throws Exception {
        try (TomcatApp app =
                TomcatApp.at("", docBase).servlet("/refuse", new Refusing()).start()) {
            HttpResponse<String> json = app.get("/refuse", "Accept", "application/json");
            assertEquals(409, json.statusCode());
            assertEquals(
                    "application/problem+json",
                    json.headers().firstValue("Content-Type").orElse(""));
            assertTrue(json.body().contains("\"detail\":\"已存在\""), json.body());
            HttpResponse<String> page = app.get("/refuse?wrapped=1", "Accept", "text/html");
            assertEquals(409, page.statusCode());
            assertEquals("已存在", page.body());
        }
    }

    @Test
    void otherExceptions_areNotTouched() throws Exception {
        try (TomcatApp app =
                TomcatApp.at("", docBase).servlet("/refuse", new Refusing()).start()) {
            assertEquals(500, app.get("/refuse?broken=1").statusCode());
        }
    }

    @Test
    void filters_runInTheOrderOfTheFeatures_aroundTheApplications() throws Exception {
        TenonFilter filter = new TenonFilter();
        List<String> order = new CopyOnWriteArrayList<>();
        filter.add(recording("first", order));
        filter.add(recording("second", order));
        filter.doFilter(null, null, (request, response) -> order.add("application"));
        assertEquals(List.of("first", "second", "application"), order);
    }

    @Test
    void refusalInAnInclude_isAnsweredForTheWholeRequest() throws Exception {
        try (TomcatApp app = TomcatApp.at("", docBase)
                .servlet("/refuse", new Refusing())
                .servlet("/page", new Page((request, response) -> request.getRequestDispatcher("/refuse")
                        .include(request, response)))
                .start()) {
            assertEquals(409, app.get("/page").statusCode());
        }
    }

    @Test
    void refusalBehindADispatch_isTheApplicationsToCatch() throws Exception {
        try (TomcatApp app = TomcatApp.at("", docBase)
                .servlet("/refuse", new Refusing())
                .servlet("/page", new Page((request, response) -> {
                    try {
                        request.getRequestDispatcher("/refuse").forward(request, response);
                    } catch (TenonException caught) {
                        response.setStatus(202);
                    }
                }))
                .start()) {
            assertEquals(202, app.get("/page").statusCode());
        }
    }

    @Test
    @Timeout(20)
    void refusalAfterStartAsync_isAnsweredAtOnce() throws Exception {
        try (TomcatApp app = TomcatApp.at("", docBase)
                .servlet("/refuse", new Page((request, response) -> {
                    request.startAsync().setTimeout(0);
                    throw new TenonException(HttpProblem.of(409, "Conflict", null), null);
                }))
                .start()) {
            assertEquals(409, app.get("/refuse").statusCode());
        }
    }

    @Test
    void filterOfTheApplication_mayBeCalledTenon() throws Exception {
        FilterDef definition = new FilterDef();
        definition.setFilterName("tenon");
        definition.setFilterClass(Filter.class.getName());
        definition.setFilter(recording("application", new CopyOnWriteArrayList<>()));
        try (TomcatApp app = TomcatApp.at("", docBase)) {
            app.context().addFilterDef(definition);
            app.start();
        }
    }

    @Test
    void featureThatFailsInTheListener_leavesNothingOpen() {
        ServletContext context = (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> method.getReturnType() == String.class ? "" : null);
        Application app = new Application(context, Settings.resolve(List.of(), List.of()));
        List<String> closed = new CopyOnWriteArrayList<>();
        app.onStop(() -> closed.add("pool"));
        TenonListener listener = new TenonListener(app, List.of(new Failing()));
        assertThrows(IllegalStateException.class, () -> listener.contextInitialized(new ServletContextEvent(context)));
        assertEquals(List.of("pool"), closed);
    }

    @Test
    void database_isTheApplicationsToo() throws Exception {
        try (TomcatApp app = TomcatApp.at("", docBase)
                .param("tenon.database.url", "jdbc:h2:mem:own")
                .start()) {
            DataSource source = Tenon.of(app.servletContext()).dataSource();
            try (Connection connection = source.getConnection()) {
                assertEquals("jdbc:h2:mem:own", connection.getMetaData().getURL());
            }
            assertSame(source, Tenon.of(app.servletContext()).dataSource());
        }
    }

    private static Filter recording(String name, List<String> order) {
        return new Filter() {
            @Override
            public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                order.add(name);
                chain.doFilter(request, response);
            }
        };
    }

    /** Configures one page. */
    public static final class PageConfigurer implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.fallback(options -> options.index("/app.html"));
        }
    }

    /** One too many. */
    public static final class OtherConfigurer implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            throw new AssertionError("never called");
        }
    }

    /** Cannot be made. */
    public static final class ShyConfigurer implements TenonConfigurer {
        private final String name;

        ShyConfigurer(String name) {
            this.name = name;
        }

        @Override
        public void configure(TenonSetup setup) {
            throw new AssertionError(name);
        }
    }

    private static final class Failing implements Feature {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of();
        }

        @Override
        public void start(WebApp app) {
            throw new AssertionError("never called");
        }

        @Override
        public void contextInitialized(WebApp app) {
            throw new IllegalStateException("expected by this test");
        }
    }

    private static final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Action action;

        Page(Action action) {
            this.action = action;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            action.answer(request, response);
        }
    }

    @FunctionalInterface
    private interface Action {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private static final class Refusing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            response.getWriter().print("half an answer");
            if (request.getParameter("broken") != null) {
                throw new IllegalStateException("expected by this test");
            }
            TenonException refusal = new TenonException(HttpProblem.of(409, "Conflict", "已存在"), null);
            if (request.getParameter("wrapped") != null) {
                throw new ServletException(refusal);
            }
            throw refusal;
        }
    }
}
