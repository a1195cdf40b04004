package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that a container reads in another way than a POST of their own: those of other methods, and those of an included servlet. */
class OddFormsOnTomcatTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static TomcatApp app;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        app = TomcatApp.at("/shop", folder)
                .servlet("/echo", new Echo())
                .servlet("/around", new Around())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void form_isReadWhateverTheMethod(String method) throws Exception {
        assertEquals("form query", send(method, "/echo?b=query", "a=form&c=1"));
    }

    @Test
    void form_ofAnIncludedServlet_isWithoutTheValuesOfTheInclude() throws Exception {
        assertEquals("form included", send("POST", "/around?b=query", "a=form"));
    }

    private static String send(String method, String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", FORM)
                .method(method, BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.body();
    }

    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            response.getWriter()
                    .print(check.body("a").val() + " " + first(check.query("b").val()));
        }

        private static Object first(Object value) {
            return value instanceof List<?> all ? all.get(0) : value;
        }
    }

    private static final class Around extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            request.getRequestDispatcher("/echo?a=included&b=included").include(request, response);
        }
    }
}
