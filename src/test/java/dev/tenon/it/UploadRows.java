package dev.tenon.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

/** Forms with files: names that no server decodes alike, and limits that no server enforces alike. */
final class UploadRows extends Rows {
    private static final String PATH = Subject.LITTLE + "/upload";
    private static final int LIMIT = 64 * 1024;

    UploadRows() {
        row("upload UTF-8", server -> assertStored(server, "收据 ü.txt", "收据 ü.txt"));
        row("upload hostile name, backslashes", server -> assertStored(server, "..\\..\\evil.txt", "evil.txt"));
        row("upload hostile name, slashes", server -> assertStored(server, "../../etc/passwd", "passwd"));
        row("upload hostile name, device", server -> assertStored(server, "CON.txt", "_CON.txt"));
        row("upload hostile name, stream", server -> assertStored(server, "a.txt::$DATA", "a.txt__$DATA"));
        row("upload hostile name, bidi", server -> assertStored(server, "gpj\u202Eexe.exe", "gpjexe.exe"));
        row("upload hostile name, overlong", UploadRows::overlong);
        row(
                "upload at the limit",
                server -> assertEquals(200, upload(server, LIMIT).statusCode()));
        row("upload above the limit", server -> assertRefused(upload(server, LIMIT + 1)));
        row("upload far above the limit", server -> assertRefused(upload(server, 9_000_000)));
        row("upload beside a checked field", UploadRows::checked);
    }

    private static void assertStored(Server server, String sent, String stored) throws Exception {
        HttpResponse<String> answer = new Browser(server).upload(PATH, "客服", sent, "one table".getBytes(UTF_8));
        assertEquals(200, answer.statusCode(), answer::body);
        assertContains(answer, "\"originalname\":\"" + stored + "\"");
        assertContains(answer, "\"uname\":[\"客服\"]");
        assertContains(answer, "\"size\":9");
    }

    private static HttpResponse<String> upload(Server server, int size) throws Exception {
        return new Browser(server).upload(PATH, "agent", "a.txt", new byte[size]);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(413, answer.statusCode(), answer::body);
        assertContains(answer, "LIMIT_FILE_SIZE");
    }

    private static void overlong(Server server) throws Exception {
        HttpResponse<String> answer =
                new Browser(server).upload(PATH, "agent", "x".repeat(100_000) + ".txt", new byte[1]);
        assertEquals(413, answer.statusCode(), answer::body);
        assertContains(answer, "LIMIT_HEADER_SIZE");
    }

    private static void checked(Server server) throws Exception {
        byte[] content = "one table".getBytes(UTF_8);
        HttpResponse<String> answer = new Browser(server).upload(Sample.AT + "/upload", " oak ", "a.txt", content);
        assertEquals(422, answer.statusCode(), answer::body);
        assertContains(answer, "Please enter 6 to 20 characters");
    }

    private static void assertContains(HttpResponse<String> answer, String text) {
        assertTrue(answer.body().contains(text), answer::body);
    }
}
