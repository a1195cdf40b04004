package dev.tenon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.it.ways.BeanServlet;
import dev.tenon.it.ways.ParametersServlet;
import dev.tenon.it.ways.PlainServlet;
import dev.tenon.it.ways.Receiver;
import dev.tenon.it.ways.Rest;
import dev.tenon.it.ways.UploadResource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An application of its own that takes uploads in every way a server knows, and what hostile clients send it. */
final class UploadWays extends Rows {
    private static final String AT = "/ways";
    private static final int ABORTS = 200;
    private static final String DISPOSITION = "Content-Disposition: form-data; name=";

    private boolean deployed;

    UploadWays() {
        row("upload ways: servlet of the application", server -> assertReceived(server, "/plain"));
        row("upload ways: servlet that asked for a parameter before", server -> assertReceived(server, "/parameters"));
        row("upload ways: CDI bean", server -> assertReceivedByCdi(server, "/bean"));
        row("upload ways: REST resource", server -> assertReceivedByCdi(server, "/api/upload"));
        hostile().forEach((name, body) -> row("upload hostile: " + name, server -> assertRefused(server, body)));
        row("upload hostile: " + ABORTS + " aborted", this::aborted);
    }

    private void deploy(Server server) throws IOException, InterruptedException {
        if (deployed) {
            return;
        }
        War war = new War()
                .library(Build.jar())
                .classes(PlainServlet.class, ParametersServlet.class)
                .file("index.html", "<!doctype html><title>Ways</title>")
                .file("WEB-INF/classes/META-INF/tenon.properties", """
                        tenon.upload.path=/upload
                        tenon.upload.fileSize=64KB
                        tenon.upload.destination=%s
                        """.formatted(folder(server)));
        if (server.hasCdi()) {
            war.classes(Receiver.class, BeanServlet.class, Rest.class, UploadResource.class)
                    .file("WEB-INF/beans.xml", "");
        }
        server.deploy(AT, war.write("ways"));
        server.await(AT + "/index.html");
        deployed = true;
    }

    private static Path folder(Server server) {
        return server.home().resolve("ways-files").toAbsolutePath();
    }

    private void assertReceivedByCdi(Server server, String path) throws Exception {
        server.assumeCdi();
        assertReceived(server, path);
    }

    private void assertReceived(Server server, String path) throws Exception {
        deploy(server);
        Browser browser = new Browser(server);
        HttpResponse<String> answer = browser.upload(AT + path, "客服", "收据.txt", "one table".getBytes(UTF_8));
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("客服 sent 收据.txt of 9", answer.body());
        HttpResponse<String> refused = browser.upload(AT + path, "agent", "a.txt", new byte[70_000]);
        assertEquals(413, refused.statusCode(), refused::body);
        assertTrue(refused.body().contains("LIMIT_FILE_SIZE"), refused.body());
        assertNothingStays(server);
    }

    private static void assertNothingStays(Server server) throws IOException {
        assertEquals(List.of(), names(folder(server)));
        Path descriptors = Path.of("/proc/" + server.pid() + "/fd");
        assertEquals(
                List.of(),
                names(descriptors).stream()
                        .map(descriptors::resolve)
                        .filter(descriptor -> leadsInto(folder(server), descriptor))
                        .toList());
    }

    private static boolean leadsInto(Path folder, Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Bodies with the boundary {@code b}, by what is wrong with them; each has a good file first. */
    private static Map<String, String> hostile() {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("header line that starts with a space", part(" " + DISPOSITION + "\"a\"", "1") + end());
        bodies.put("header line without a colon", part("Content-Disposition form-data", "1") + end());
        bodies.put("no empty line after the headers", "--b\r\n" + DISPOSITION + "\"a\"\r\n--b--\r\n");
        bodies.put("empty field name with a file", part(DISPOSITION + "\"\"; filename=\"a\"", "1") + end());
        bodies.put("no field name", part("Content-Disposition: form-data", "1") + end());
        bodies.put("no closing boundary", part(DISPOSITION + "\"a\"", "1"));
        bodies.put("truncated within headers", "--b\r\n" + DISPOSITION);
        bodies.put("nothing but a preamble", "nothing of a form");
        bodies.put("20000 fields", part(DISPOSITION + "\"a\"", "1").repeat(20_000) + end());
        bodies.put(
                "5000 empty files",
                part(DISPOSITION + "\"a\"; filename=\"a\"", "").repeat(5_000) + end());
        bodies.put("one header of 1 MB", part(DISPOSITION + "\"a\"\r\nX: " + "y".repeat(1 << 20), "1") + end());
        bodies.put("1000 headers in a part", part(DISPOSITION + "\"a\"" + "\r\nX: y".repeat(1_000), "1") + end());
        bodies.put("field name of 1000 brackets", part(DISPOSITION + "\"a" + "[b]".repeat(1_000) + "\"", "1") + end());
        bodies.put("huge array index", part(DISPOSITION + "\"a[999999999]\"", "1") + end());
        bodies.put("text field of 8 MB", part(DISPOSITION + "\"a\"", "x".repeat(8 << 20)) + end());
        bodies.put("NUL in a name", part(DISPOSITION + "\"a\"; filename=\"a\0b\"", "1") + end());
        bodies.put(
                "boundary look-alikes", part(DISPOSITION + "\"a\"; filename=\"a\"", "\r\n--a".repeat(1 << 18)) + end());
        bodies.put("nothing but CR", part(DISPOSITION + "\"a\"; filename=\"a\"", "\r".repeat(1 << 20)) + end());
        bodies.put("two dispositions", part(DISPOSITION + "\"a\"\r\n" + DISPOSITION + "\"b\"", "1") + end());
        bodies.put(
                "picture bomb",
                part(
                                DISPOSITION + "\"a\"; filename=\"a.png\"",
                                "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\u007f\0\0\0\u007f\0\0\0")
                        + end());
        return bodies;
    }

    private static String part(String headers, String content) {
        return "--b\r\n" + headers + "\r\n\r\n" + content + "\r\n";
    }

    private static String end() {
        return "--b--\r\n";
    }

    private static String good() {
        return part(DISPOSITION + "\"good\"; filename=\"good.txt\"", "good");
    }

    private void assertRefused(Server server, String body) throws Exception {
        deploy(server);
        long start = System.nanoTime();
        HttpResponse<String> answer = new Browser(server)
                .post(AT + "/upload", "multipart/form-data; boundary=b", (good() + body).getBytes(ISO_8859_1));
        assertTrue(
                answer.statusCode() >= 400 && answer.statusCode() < 500,
                () -> answer.statusCode() + " " + answer.body());
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers()::toString);
        assertTrue(System.nanoTime() - start < 30_000_000_000L, "it took too long");
        assertNothingStays(server);
        assertWorks(server);
    }

    private static void assertWorks(Server server) throws Exception {
        assertEquals(
                200,
                new Browser(server)
                        .upload(AT + "/plain", "a", "a.txt", new byte[1])
                        .statusCode());
    }

    private void aborted(Server server) throws Exception {
        deploy(server);
        byte[] begin = (good() + "--b\r\n" + DISPOSITION + "\"a\"; filename=\"a\"\r\n\r\n" + "x".repeat(60_000))
                .getBytes(ISO_8859_1);
        for (int i = 0; i < ABORTS; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + AT
                                + "/upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: 1000000\r\n\r\n")
                        .getBytes(ISO_8859_1));
                out.write(begin);
            }
        }
        awaitNothing(server);
        assertWorks(server);
    }

    /** The server hears of the last ones a little later. */
    private static void awaitNothing(Server server) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!names(folder(server)).isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertNothingStays(server);
    }
}
