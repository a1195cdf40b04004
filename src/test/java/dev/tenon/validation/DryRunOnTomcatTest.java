package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.json.Json;
import dev.tenon.validation.sanitize.Trim;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page asks about single fields of a record while somebody types. */
class DryRunOnTomcatTest {
    private static final AtomicInteger DONE = new AtomicInteger();

    @TempDir
    static Path folder;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("", folder).servlet("/stay", new Stays()).start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @Test
    void onlyTheFieldsAskedFor_areTold_andNothingIsDone() throws Exception {
        String half = "guest=+al+&from=x&rooms%5B0%5D.beds=1&rooms%5B1%5D.beds=0";
        assertEquals(List.of("guest size"), errors(ask(half, "guest")));
        assertEquals(List.of("from int"), errors(ask(half, "from")));
        assertEquals(List.of("to required"), errors(ask(half, "to")));
        assertEquals(List.of("rooms[1].beds min"), errors(ask(half, "rooms")));
        assertEquals(List.of("from int", "guest size"), errors(ask(half, "guest, from")));
        assertEquals(0, DONE.get());
    }

    @Test
    void rightField_is204_thoughOthersAreWrong() throws Exception {
        HttpResponse<String> answer = ask("guest=+alice+&from=x", "guest");
        assertEquals(204, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(0, DONE.get());
    }

    @Test
    void unknownName_is204() throws Exception {
        assertEquals(204, ask("guest=a", "nobody").statusCode());
        assertEquals(204, ask("guest=a", "gue").statusCode());
    }

    @Test
    void field_isJudged_thoughTheRecordRefusesAsAWhole() throws Exception {
        assertEquals(List.of("guest size"), errors(ask("guest=al&from=9&to=3", "guest")));
        assertEquals(204, ask("guest=alice&from=9&to=3", "guest").statusCode());
    }

    @Test
    void form_thatTheRecordRefusesAsAWhole_hearsOfItsFieldsFirst() throws Exception {
        assertEquals(List.of("guest size"), errors(send("guest=al&from=9&to=3")));
        assertEquals(List.of(" invalid"), errors(send("guest=alice&from=9&to=3")));
    }

    @Test
    void withoutTheHeader_theFormIsDone() throws Exception {
        HttpResponse<String> answer = send("guest=alice&from=1&to=3");
        assertEquals("alice", answer.body());
        assertEquals(1, DONE.getAndSet(0));
    }

    private static HttpResponse<String> send(String form) throws Exception {
        return app.post("/stay", "application/x-www-form-urlencoded", form);
    }

    private static HttpResponse<String> ask(String form, String names) throws Exception {
        return app.post("/stay", "application/x-www-form-urlencoded", form, "Validate-Only", names);
    }

    private static List<String> errors(HttpResponse<String> answer) {
        assertEquals(422, answer.statusCode(), answer.body());
        return ((List<?>) ((Map<?, ?>) Json.parse(answer.body())).get("errors"))
                .stream()
                        .map(error -> (Map<?, ?>) error)
                        .map(error -> error.get("name") + " " + error.get("code"))
                        .toList();
    }

    /** Takes the form. */
    private static final class Stays extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            if (!check.dryRun(response, Stay.class)) {
                response.getWriter().print(check.as(Stay.class).guest());
                DONE.incrementAndGet();
            }
        }
    }

    /** A form with a rule of its own about two of its fields. */
    record Stay(@Trim @NotBlank @Size(min = 3, max = 20) String guest, int from, int to, List<@Valid Room> rooms) {
        Stay {
            if (from > to) {
                throw new IllegalArgumentException("from is after to");
            }
        }
    }

    /** A row. */
    record Room(@Min(1) int beds) {}
}
