package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A visitor of one application who keeps the cookies that it sets, whatever their attributes say. Where it runs on several servers each request is
 * to the next of them. Thread-safe.
 */
final class Guest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Where a server tells what its listeners heard; each has heard something else. */
    private static final String DIARY = "/p/diary";

    private final List<Server> servers;
    private final String application;
    private final AtomicInteger turn;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile List<String> setCookies = List.of();

    Guest(List<Server> servers, String application) {
        this(servers, application, new AtomicInteger());
    }

    private Guest(List<Server> servers, String application, AtomicInteger turn) {
        this.servers = servers;
        this.application = application;
        this.turn = turn;
    }

    /** The same cookies at another application. */
    Guest at(String other) {
        Guest guest = new Guest(servers, other, turn);
        guest.cookies.putAll(cookies);
        return guest;
    }

    /** The same cookies at another server. */
    Guest on(Server other) {
        Guest guest = new Guest(List.of(other), application);
        guest.cookies.putAll(cookies);
        return guest;
    }

    Guest with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    String cookie(String name) {
        return cookies.get(name);
    }

    /** The headers of the last answer. */
    List<String> setCookies() {
        return setCookies;
    }

    /** Returns the body of an answer that must be 200; of the diary, those of all servers. */
    String get(String path) throws IOException, InterruptedException {
        if (!path.equals(DIARY)) {
            return body(path, CLIENT.send(request(path), BodyHandlers.ofString()));
        }
        StringBuilder all = new StringBuilder();
        for (Server server : servers) {
            all.append(body(path, CLIENT.send(request(server, path), BodyHandlers.ofString())));
        }
        return all.toString();
    }

    int status(String path) throws IOException, InterruptedException {
        return kept(CLIENT.send(request(path), BodyHandlers.ofString())).statusCode();
    }

    /** Asks now, for an answer that comes later. */
    CompletableFuture<String> ask(String path) {
        return CLIENT.sendAsync(request(path), BodyHandlers.ofString()).thenApply(answer -> body(path, answer));
    }

    private HttpRequest request(String path) {
        return request(servers.get(turn.getAndIncrement() % servers.size()), path);
    }

    private HttpRequest request(Server server, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(application + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request.build();
    }

    private String body(String path, HttpResponse<String> answer) {
        assertEquals(200, kept(answer).statusCode(), () -> path + ": " + answer.body());
        return answer.body();
    }

    private HttpResponse<String> kept(HttpResponse<String> answer) {
        setCookies = answer.headers().allValues("Set-Cookie");
        for (String header : setCookies) {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
