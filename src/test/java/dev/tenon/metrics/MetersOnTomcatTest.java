package dev.tenon.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetersOnTomcatTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @TempDir
    private Path docBase;

    @Test
    void sessions_areCountedInJmx_untilTheApplicationStops() throws Exception {
        ObjectName name = new ObjectName("dev.tenon:type=session,context=\"/counted\"");
        try (TomcatApp app = TomcatApp.at("/counted", docBase)
                .param("tenon.session.store", "memory")
                .servlet("/in", new Visit())
                .start()) {
            app.get("/in");
            assertEquals(1L, server.getAttribute(name, "created"));
        }
        assertFalse(server.isRegistered(name));
    }

    @Test
    void refusals_areCountedByTheirCodes() throws Exception {
        try (TomcatApp app = TomcatApp.at("/counted", docBase)
                .servlet("/refuse", new Refusal())
                .start()) {
            app.get("/refuse");
            app.get("/refuse");
            ObjectName name = new ObjectName("dev.tenon:type=problem,context=\"/counted\"");
            assertEquals(2L, server.getAttribute(name, "refused.length"));
            assertEquals(2L, server.getAttribute(name, "refused.email"));
        }
    }

    @Test
    void enabledFalse_showsNothing() throws Exception {
        try (TomcatApp app = TomcatApp.at("/counted", docBase)
                .param("tenon.session.store", "memory")
                .param("tenon.metrics.enabled", "false")
                .servlet("/in", new Visit())
                .start()) {
            app.get("/in");
            assertEquals(
                    0,
                    server.queryNames(new ObjectName("dev.tenon:context=\"/counted\",*"), null)
                            .size());
        }
    }

    @SuppressWarnings("serial")
    private static final class Visit extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().setAttribute("seen", true);
        }
    }

    @SuppressWarnings("serial")
    private static final class Refusal extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            List<Object> errors = List.of(Map.of("code", "length"), Map.of("code", "email"));
            throw new Refused(HttpProblem.of(422, "Unprocessable Content", null).with("errors", errors));
        }
    }

    @SuppressWarnings("serial")
    private static final class Refused extends TenonException {
        Refused(HttpProblem problem) {
            super(problem, null);
        }
    }
}
