package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;

/** What values that are wrong get, and those that are right. */
final class ValidationRows extends Rows {
    private static final String PATH = Subject.LITTLE + "/sign-up.do";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    ValidationRows() {
        row("validation error", ValidationRows::error);
        row("validation of a form, made a record", ValidationRows::form);
        row("validation of JSON, exactly", ValidationRows::json);
        row("validation of every source, in the language of the client", ValidationRows::sources);
        row("validation of a browser's form, sent back once", ValidationRows::sentBack);
    }

    private static void error(Server server) throws Exception {
        HttpResponse<String> answer = new Browser(server).post(Sample.AT + "/api/session", "agent=&password=x");
        assertEquals(422, answer.statusCode(), answer::body);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(answer.body().contains("Please enter your agent name"), answer::body);
    }

    private static void form(Server server) throws Exception {
        String form =
                "uname=+%E5%AE%A2%E6%9C%8D%E5%AE%A2%E6%9C%8D%E5%AE%A2%E6%9C%8D+&qty=7&email=+A%40B.C&lines%5B0%5D.n=1";
        HttpResponse<String> answer = new Browser(server).post(PATH, form);
        assertEquals("SignUp[uname=客服客服客服, qty=7, email=a@b.c, language=de, lines=[Line[n=1]]]", answer.body());
    }

    private static void json(Server server) throws Exception {
        Browser browser = new Browser(server);
        assertContains(
                browser.post(PATH, JSON, "{\"uname\":\"abcdef\",\"qty\":99999999999}"), 422, "\"pointer\":\"#/qty\"");
        assertContains(browser.post(PATH, JSON, "{\"uname\":\"abcdef\",\"qty\":1,\"qty\":2}"), 400, "Bad Request");
        assertContains(
                browser.post(PATH, JSON, "{\"uname\":\"abcdef\",\"qty\":1,\"lines\":[{\"n\":\"1\"}]}"),
                422,
                "#/lines/0/n");
    }

    private static void sources(Server server) throws Exception {
        HttpResponse<String> answer = new Browser(server)
                .post(
                        PATH + "?page=%E4%B8%80",
                        FORM,
                        "uname=abc&qty=1",
                        "Accept-Language",
                        "zh-CN,zh;q=0.9,en;q=0.8",
                        "X-Version",
                        "new");
        assertContains(answer, 422, "uname的长度必须在6到20之间");
        assertContains(answer, 422, "\"parameter\":\"page\",\"in\":\"query\"");
        assertContains(answer, 422, "\"in\":\"header\"");
    }

    private static void sentBack(Server server) throws Exception {
        Browser browser = new Browser(server);
        browser.get(PATH + "?session", "text/html");
        String page = server.uri(PATH).toString();
        HttpResponse<String> answer =
                browser.post(PATH, FORM, "uname=abc&password=s3cret", "Accept", "text/html", "Referer", page);
        assertEquals(303, answer.statusCode(), answer::body);
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith(PATH));
        assertEquals(
                "uname must be 6 to 20 long abc", browser.get(PATH, "text/html").body());
        assertEquals("empty", browser.get(PATH, "text/html").body());
    }

    private static void assertContains(HttpResponse<String> answer, int status, String text) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains(text), answer::body);
    }
}
