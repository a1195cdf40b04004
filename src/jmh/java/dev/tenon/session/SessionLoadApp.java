package dev.tenon.session;

import dev.tenon.boot.TenonInitializer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * The application under load, in Tomcat: it reads and writes a counter and a payload in the session, changes the id, ends the session, or leaves
 * it alone. In the place of Tenon's filter there can be Tomcat's own sessions in memory, or the floor: one row, no session API.
 */
public final class SessionLoadApp {
    private SessionLoadApp() {}

    /** Serves {@code tenon}, {@code floor} or {@code memory} on a port, with a database, until the process ends. */
    public static void main(String... args) throws Exception {
        File base = Files.createTempDirectory("load").toFile();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.getPath());
        tomcat.setPort(Integer.parseInt(args[1]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", base.getPath());
        if (args[0].equals("tenon")) {
            context.addParameter("tenon.session.enabled", "true");
            context.addParameter("tenon.database.url", args[2]);
            context.addServletContainerInitializer(new TenonInitializer(), Set.of());
        }
        boolean floor = args[0].equals("floor");
        Tomcat.addServlet(context, "session", floor ? new SessionFloor(args[2]) : new Pages());
        context.addServletMappingDecoded("/session/*", "session");
        tomcat.start();
        tomcat.getServer().await();
    }

    /** What the peers answer, too. */
    private static final class Pages extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String answer =
                    switch (request.getPathInfo()) {
                        case "/read" -> read(request.getSession());
                        case "/write" -> write(request.getSession(), size(request));
                        case "/login" -> login(request);
                        case "/logout" -> logout(request.getSession(false));
                        default -> "{}";
                    };
            answer(response, answer);
        }

        private static String read(HttpSession session) {
            Integer counter = (Integer) session.getAttribute("counter");
            byte[] payload = (byte[]) session.getAttribute("payload");
            return json(counter == null ? 0 : counter, payload == null ? 0 : payload.length);
        }

        private static String write(HttpSession session, int size) {
            Integer before = (Integer) session.getAttribute("counter");
            int counter = before == null ? 1 : before + 1;
            byte[] payload = new byte[size];
            new SplittableRandom(counter).nextBytes(payload);
            session.setAttribute("counter", counter);
            session.setAttribute("payload", payload);
            return json(counter, size);
        }

        private static String login(HttpServletRequest request) {
            HttpSession session = request.getSession();
            request.changeSessionId();
            session.setAttribute("user", "u");
            return "{}";
        }

        private static String logout(HttpSession session) {
            if (session != null) {
                session.invalidate();
            }
            return "{}";
        }
    }

    static int size(HttpServletRequest request) {
        return Integer.parseInt(Objects.requireNonNullElse(request.getParameter("size"), "1024"));
    }

    static String json(int counter, int size) {
        return "{\"counter\":" + counter + ",\"size\":" + size + "}";
    }

    static void answer(HttpServletResponse response, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
