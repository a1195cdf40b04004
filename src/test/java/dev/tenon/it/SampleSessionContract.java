package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** An agent of the sample stays signed in over a restart of the server, and nothing that was said is lost, whatever the database is. */
abstract class SampleSessionContract {
    private static final String SIGN_IN = "agent=mia&password=oak-and-ash";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Returns the URL of the database; the server is about to start. */
    abstract String databaseUrl(Server server);

    @Test
    void agent_staysSignedInOverARestart() throws Exception {
        try (Server server = new Tomcat()) {
            Sample.on(server, databaseUrl(server));
            assertEquals(204, send(server, "GET", "").statusCode());
            assertEquals(204, send(server, "POST", SIGN_IN).statusCode());
            assertEquals("mia", send(server, "GET", "").body());
            server.restart(Sample.AT + "/index.html");
            assertEquals("mia", send(server, "GET", "").body());
            assertEquals(204, send(server, "DELETE", "").statusCode());
            assertEquals(204, send(server, "GET", "").statusCode());
        }
    }

    @Test
    void conversation_isThereAfterARestart() throws Exception {
        try (Server server = new Tomcat()) {
            Sample.on(server, databaseUrl(server));
            String sample = server.uri(Sample.AT + "/").toString();
            String cookies = server.home().resolve("cookies").toString();
            Node.run("history.mjs", sample, cookies);
            server.restart(Sample.AT + "/index.html");
            Node.run("history.mjs", sample, cookies);
        }
    }

    private HttpResponse<String> send(Server server, String method, String form)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(Sample.AT + "/api/session"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }
}
