package dev.tenon.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.upload.Upload;
import dev.tenon.upload.resumable.ResumableUploads;
import dev.tenon.validation.Check;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application did is what JMX says, under the names of the guide. */
class EveryMeterOnTomcatTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String FORM = """
            --b\r
            Content-Disposition: form-data; name="file"; filename="a.txt"\r
            \r
            seven b\r
            --b--\r
            """;
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @TempDir
    private static Path docBase;

    @TempDir
    private static Path folder;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/every", docBase)
                .param("tenon.session.store", "memory")
                .param("tenon.realtime.enabled", "true")
                .param("tenon.upload.destination", folder.toString())
                .param("tenon.upload.resumable.path", "/files")
                .servlet("/visit", new Visit())
                .servlet("/upload", new Form())
                .servlet("/claim", new Claim())
                .start();
        Tenon.of(app.servletContext()).realtime().onConnection(socket -> {
            socket.join("kitchen");
            socket.on("order", Order.class, order -> {
                Check check = Check.of(Map.of("count", order.count()));
                check.field("count").toInt().isLength(1, 3, "how many?");
                check.vals();
            });
        });
        use();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    private static void use() throws Exception {
        app.get("/visit");
        String cookie = app.get("/visit").headers().firstValue("Set-Cookie").orElseThrow();
        app.get("/visit", "Cookie", cookie.split(";", 2)[0]);
        app.post("/upload", "multipart/form-data; boundary=b", FORM);
        String upload = app.post(
                        "/files",
                        "application/offset+octet-stream",
                        "five!",
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        "5")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        app.get("/claim?url=" + upload);
        order();
    }

    private static void order() throws Exception {
        Matcher sid = SID.matcher(app.get(POLLING).body());
        assertTrue(sid.find());
        String connection = POLLING + "&sid=" + sid.group(1);
        app.post(connection, "text/plain", "40");
        app.post(connection, "text/plain", "42[\"order\",{\"count\":\"many\"}]");
        app.get(connection);
    }

    @Test
    void everyMeterOfTheGuide_isThere() throws Exception {
        String guide = Files.readString(Path.of("src/site/markdown/metrics.md"));
        String table = guide.substring(guide.indexOf("| Meter |"), guide.indexOf("Times are"));
        Matcher names = NAME.matcher(table.replace("`problem.refused` by code", ""));
        int count = 0;
        while (names.find()) {
            assertTrue(read(names.group(1), names.group(2)) >= 0, names.group());
            count++;
        }
        assertTrue(count >= 14, () -> "the table is read wrongly");
    }

    @Test
    void sessions_areCounted() throws JMException {
        assertEquals(List.of(2L, 1L, 3L), List.of(session("created"), session("loads"), session("saves")));
        assertTrue(session("storeTime") > 0);
    }

    private static long session(String name) throws JMException {
        return read("session", name);
    }

    @Test
    void connections_areCounted() throws JMException {
        assertEquals(1, read("realtime", "clients"));
        assertEquals(1, read("realtime", "sockets"));
        assertEquals(2, read("realtime", "rooms"));
    }

    @Test
    void files_areCounted_thoseOfFormsAndThoseThatWereClaimed() throws JMException {
        assertEquals(1, read("upload", "forms"));
        assertEquals(2, read("upload", "files"));
        assertEquals(12, read("upload", "bytes"));
    }

    @Test
    void refusedEvent_isCountedByItsCodes() throws JMException {
        assertEquals(1, read("problem", "refused.int"));
    }

    private static long read(String feature, String name) throws JMException {
        ObjectName bean = new ObjectName("dev.tenon:type=" + feature + ",context=\"/every\"");
        return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(bean, name);
    }

    private record Order(String count) {}

    @SuppressWarnings("serial")
    private static final class Visit extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession().setAttribute("seen", System.nanoTime());
        }
    }

    @SuppressWarnings("serial")
    private static final class Form extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Upload.single("file").parse(request);
        }
    }

    @SuppressWarnings("serial")
    private static final class Claim extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            assertTrue(ResumableUploads.of(getServletContext())
                    .claim(request, request.getParameter("url"))
                    .isPresent());
        }
    }
}
