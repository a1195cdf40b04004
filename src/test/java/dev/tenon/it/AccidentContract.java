package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.it.accident.EchoEndpoint;
import dev.tenon.it.accident.EveryWayServlet;
import dev.tenon.it.accident.RestApplication;
import dev.tenon.it.accident.RestResource;
import dev.tenon.it.accident.Visits;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A jar dropped in by accident changes nothing: an application with it and not one key answers as the same application without it, byte
 * for byte. Left out are the date, the time at which a server unpacked a file, the session's id, and filters where a server prints the stack of
 * an exception into its answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccidentContract {
    private static final String WITHOUT = "/outside";
    private static final String WITH = "/dropped";
    private static final String ERROR_PAGE = """
            <error-page>
              <exception-type>java.lang.IllegalStateException</exception-type>
              <location>/error.html</location>
            </error-page>
            """;

    private static final Pattern STACK_FRAME = Pattern.compile("(?m)^\\s+(at )?[\\w.$]+\\([\\w.]+:\\d+\\)");

    private Server server;

    abstract Server create() throws IOException;

    @BeforeAll
    void start() throws Exception {
        server = create();
        server.deploy(WITHOUT, application().write("outside"));
        server.deploy(WITH, application().library(Build.jar()).write("dropped"));
        server.start(WITHOUT + "/index.html", WITH + "/index.html");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> answer_isTheSame() {
        return Accident.requests().entrySet().stream()
                .map(request -> DynamicTest.dynamicTest(
                        server + ": " + request.getKey(),
                        () -> assertEquals(answer(WITHOUT, request.getValue()), answer(WITH, request.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> application_isAlive() {
        return Stream.of("servlet text", "servlet session", "servlet async", "form", "parts", "body")
                .map(name -> DynamicTest.dynamicTest(server + ": " + name, () -> {
                    String answer = answer(WITH, Accident.requests().get(name));
                    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
                }));
    }

    private static War application() {
        return new War()
                .classes(
                        EveryWayServlet.class,
                        EchoEndpoint.class,
                        RestApplication.class,
                        RestResource.class,
                        Visits.class)
                .webXml(ERROR_PAGE)
                .file("index.html", "<!doctype html><title>Little</title>")
                .file("error.html", "<!doctype html><title>Broken</title>");
    }

    private String answer(String contextPath, String request) throws IOException {
        String answer = Wire.exchange(server.port(), request.replace("@", contextPath))
                .replace(contextPath.substring(1), "@")
                .replaceAll("(?m)^Date: .*$", "Date: now")
                .replaceAll("(?m)^Last-Modified: .*$", "Last-Modified: when unpacked")
                .replaceAll("(?m)^(ETag: .*)-\\d+\"", "$1-when unpacked\"")
                .replaceAll("JSESSIONID=[^;]+", "JSESSIONID=id");
        return STACK_FRAME.matcher(answer).find() ? withoutFilterFrames(answer) : answer;
    }

    /** Each filter, also one that only passes on, shows in a stack. */
    private static String withoutFilterFrames(String answer) {
        return answer.replaceAll("(?m)^Content-Length: .*$", "Content-Length: of a stack")
                .replaceAll(
                        "(?m)^\\s+(at )?(dev\\.tenon\\.(?!it\\.)|org\\.apache\\.catalina\\.core\\.ApplicationFilterChain).*\\R",
                        "");
    }
}
