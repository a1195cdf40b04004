package dev.tenon.upload.resumable;

import dev.tenon.web.TomcatApp;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Sends requests of the tus protocol as they are told. */
final class TusClient {
    static final String OCTETS = "application/offset+octet-stream";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final TomcatApp app;

    TusClient(TomcatApp app) {
        this.app = app;
    }

    /** @param headers names and values in turn */
    HttpResponse<String> send(String method, URI uri, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", app.uri(path), BodyPublishers.noBody());
    }

    HttpResponse<String> create(String... headers) throws IOException, InterruptedException {
        return send("POST", app.uri("/files"), BodyPublishers.noBody(), tus(headers));
    }

    /** Returns where a new upload lies. */
    URI created(String... headers) throws IOException, InterruptedException {
        return URI.create(create(headers).headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<String> head(URI upload) throws IOException, InterruptedException {
        return send("HEAD", upload, BodyPublishers.noBody(), tus());
    }

    HttpResponse<String> patch(URI upload, long offset, String content, String... headers)
            throws IOException, InterruptedException {
        String[] all = concat(headers, "Upload-Offset", String.valueOf(offset), "Content-Type", OCTETS);
        return send("PATCH", upload, BodyPublishers.ofString(content), tus(all));
    }

    /** Sends a piece from the beginning; returns the status when it comes. */
    CompletableFuture<Integer> patchLater(URI upload, String content) {
        HttpRequest request = HttpRequest.newBuilder(upload)
                .method("PATCH", BodyPublishers.ofString(content))
                .headers(tus("Upload-Offset", "0", "Content-Type", OCTETS))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** Makes an upload; returns the status when it comes. */
    CompletableFuture<Integer> createLater(String length) {
        HttpRequest request = HttpRequest.newBuilder(app.uri("/files"))
                .POST(BodyPublishers.noBody())
                .headers(tus("Upload-Length", length))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    HttpResponse<String> delete(URI upload) throws IOException, InterruptedException {
        return send("DELETE", upload, BodyPublishers.noBody(), tus());
    }

    static String[] tus(String... headers) {
        return concat(headers, "Tus-Resumable", "1.0.0");
    }

    private static String[] concat(String[] headers, String... more) {
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
