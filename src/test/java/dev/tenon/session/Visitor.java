package dev.tenon.session;

import dev.tenon.web.TomcatApp;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** A browser with one cookie. */
final class Visitor {
    private final TomcatApp app;
    private final String key;
    private volatile String id = "";

    Visitor(TomcatApp app, String key) {
        this.app = app;
        this.key = key;
    }

    Visitor(TomcatApp app) {
        this(app, "tenon.sid");
    }

    /** Another browser, or the same one at another server, with the same cookie. */
    Visitor at(TomcatApp other) {
        return new Visitor(other, key).with(id);
    }

    Visitor with(String cookie) {
        id = cookie;
        return this;
    }

    String id() {
        return id;
    }

    HttpResponse<String> get(String path) throws Exception {
        HttpResponse<String> response =
                id.isEmpty() ? app.get(path) : app.get(path, "Cookie", "a=b; " + key + "=" + id);
        setCookies(response).forEach(header -> id = header.substring(key.length() + 1, header.indexOf(';')));
        return response;
    }

    /** The body of an answer, which must be 200. */
    String body(String path) throws Exception {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    List<String> setCookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(key + "="))
                .toList();
    }

    static List<String> attributes(String setCookie) {
        return Arrays.stream(setCookie.split("; ", -1)).skip(1).toList();
    }
}
