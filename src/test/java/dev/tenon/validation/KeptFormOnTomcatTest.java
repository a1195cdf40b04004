package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadOptions;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.catalina.Wrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session holds of a form with files that was refused: all of it is looked at, as a session store would write it. */
class KeptFormOnTomcatTest {
    @TempDir
    static Path folder;

    @TempDir
    static Path stored;

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("", folder)
                .servlet("/container", new Profile(null))
                .servlet(
                        "/upload",
                        new Profile(UploadOptions.builder().destination(stored).build()))
                .servlet("/session", new Session());
        ((Wrapper) app.context().findChild("/container")).setMultipartConfigElement(new MultipartConfigElement(""));
        app.start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/container", "/upload"})
    void filesPasswordsAndSecrets_areNeverKept(String path) throws Exception {
        String cookie = app.get("/session")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        String form = text("uname", "typed-name") + text("password", "typed-password") + text("pin", "typed-pin")
                + file("avatar", "my-face.png", "bytes-of-the-face") + file("cv", "", "") + "--b--\r\n";
        HttpResponse<String> answer = app.post(
                path,
                "multipart/form-data; boundary=b",
                form,
                "Accept",
                "text/html",
                "Referer",
                app.uri("/form").toString(),
                "Cookie",
                cookie);
        assertEquals(303, answer.statusCode(), answer.body());
        String kept = app.get("/session", "Cookie", cookie).body();
        assertTrue(
                kept.startsWith("{dev.tenon.validation.rejection={input={uname=[typed-name]}, messages=[[avatar, "),
                kept);
        for (String never : List.of("face", "typed-password", "typed-pin", "cv")) {
            assertFalse(kept.contains(never), kept);
        }
        assertEquals(List.of(), files(stored), "what upload stored of a refused form is deleted");
    }

    @Test
    void languagesThatNobodyCanRead_refuseTheFormAllTheSame() throws Exception {
        HttpResponse<String> answer = app.post(
                "/upload",
                "multipart/form-data; boundary=b",
                file("avatar", "my-face.txt", "no picture") + "--b--\r\n",
                "Accept",
                "application/json",
                "Accept-Language",
                "-");
        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals(List.of(), files(stored));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String filename, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename
                + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n";
    }

    /** Takes the form, parsed by upload or by the container. */
    private static final class Profile extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient UploadOptions options;

        Profile(UploadOptions options) {
            this.options = options;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (options != null) {
                Upload.with(options).any().parse(request);
            }
            Check check = Check.of(request);
            check.body("uname").required();
            check.body("password").required();
            check.body("pin").secret();
            check.file("avatar").isFileType(List.of("image/*"));
            response.getWriter().print(check.vals());
        }
    }

    /** Shows all that the session holds, also as bytes. */
    private static final class Session extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HttpSession session = request.getSession();
            Map<String, Object> all = new TreeMap<>();
            Collections.list(session.getAttributeNames())
                    .forEach(name -> all.put(name, sorted(session.getAttribute(name))));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(all);
            }
            response.getWriter().print(all + bytes.toString(StandardCharsets.ISO_8859_1));
        }

        private static Object sorted(Object value) {
            return value instanceof Map<?, ?> map ? new TreeMap<>(map) : value;
        }
    }
}
