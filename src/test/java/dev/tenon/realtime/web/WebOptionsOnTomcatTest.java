package dev.tenon.realtime.web;

import static dev.tenon.realtime.web.EngineClient.POLLING;
import static dev.tenon.realtime.web.EngineClient.WEBSOCKET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.engine.EngineAcceptor;
import dev.tenon.realtime.engine.EngineHandshake;
import dev.tenon.realtime.engine.EngineListener;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.engine.EngineSocket;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that show on the wire, each on a server of its own. */
class WebOptionsOnTomcatTest {
    private EngineTomcat tomcat;
    private EngineClient client;

    private void start(WebOptions.Builder web) throws Exception {
        start(EngineOptions.builder(), web, (socket, handshake) -> EngineTomcat.echo(socket));
    }

    private void start(EngineOptions.Builder options, WebOptions.Builder web, EngineAcceptor acceptor)
            throws Exception {
        tomcat = EngineTomcat.start(options.build(), web, acceptor);
        client = new EngineClient(tomcat);
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void cookie_isNotSet_unlessNamed() throws Exception {
        start(WebOptions.builder());
        assertEquals("", header(client.get(POLLING), "Set-Cookie"));
    }

    @Test
    void cookie_hasTheSid_ofTheHandshakeAlone() throws Exception {
        start(WebOptions.builder().cookie("io"));
        HttpResponse<String> opened = client.get(POLLING);
        String sid = opened.body().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        assertEquals("io=" + sid + "; Path=/; HttpOnly; SameSite=Lax", header(opened, "Set-Cookie"));
        String again = POLLING + "&sid=" + sid;
        client.post(again, "4a");
        assertEquals("", header(client.get(again), "Set-Cookie"));
    }

    @Test
    void cookie_hasItsOptions_alsoOnAWebSocket() throws Exception {
        start(WebOptions.builder()
                .cookie("io")
                .cookiePath("/chat")
                .cookieHttpOnly(false)
                .cookieSameSite("Strict"));
        HttpResponse<String> opened = client.get(POLLING);
        assertTrue(header(opened, "Set-Cookie").endsWith("; Path=/chat; SameSite=Strict"));
        EngineClient.Channel channel = client.webSocket(WEBSOCKET);
        assertTrue(channel.next().startsWith("0{\"sid\":\""));
        channel.abort();
    }

    @Test
    void allowRequest_isAskedForHandshakes_andRefusesThem() throws Exception {
        start(EngineOptions.builder(), WebOptions.builder(), new EngineAcceptor() {
            @Override
            public boolean allows(EngineHandshake handshake) {
                if (handshake.query().containsKey("bug")) {
                    throw new IllegalStateException("a bug");
                }
                return handshake.query().containsKey("pass");
            }

            @Override
            public EngineListener accept(EngineSocket socket, EngineHandshake handshake) {
                return EngineTomcat.echo(socket);
            }
        });
        assertEquals(
                "{\"code\":4,\"message\":\"Forbidden\"}", client.get(POLLING).body());
        assertEquals(403, client.get(POLLING + "&bug=1").statusCode());
        assertEquals(403, client.refusedWebSocket(WEBSOCKET));
        HttpResponse<String> opened = client.get(POLLING + "&pass=1");
        assertEquals(200, opened.statusCode());
        String sid = opened.body().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        assertEquals(200, client.post(POLLING + "&sid=" + sid, "4a").statusCode());
        EngineClient.Channel channel = client.webSocket(WEBSOCKET + "&pass=1");
        assertTrue(channel.next().startsWith("0{"));
        channel.abort();
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,gzip",
        "'deflate, br',deflate",
        "'gzip;q=0, deflate',deflate",
        "'GZIP;q=0.5',gzip",
        "br,''",
        "'gzip;q=0',''"
    })
    void poll_isCompressed_asTheClientAccepts(String accepted, String coding) throws Exception {
        start(WebOptions.builder());
        String query = client.open();
        String message = "4" + "é".repeat(1000);
        client.post(query, message);
        HttpResponse<byte[]> answer = client.getBytes(query, "Accept-Encoding", accepted);
        assertEquals(coding, header(answer, "Content-Encoding"));
        assertEquals(message, new String(expanded(answer.body(), coding), StandardCharsets.UTF_8));
    }

    private static byte[] expanded(byte[] body, String coding) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        return switch (coding) {
            case "gzip" -> new GZIPInputStream(in).readAllBytes();
            case "deflate" -> new InflaterInputStream(in).readAllBytes();
            default -> body;
        };
    }

    @Test
    void poll_thatIsSmall_isNotCompressed() throws Exception {
        start(WebOptions.builder());
        String query = client.open();
        client.post(query, "4" + "x".repeat(1022));
        assertEquals("", header(client.getBytes(query, "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    @Test
    void poll_isNotCompressed_whenThatIsOff() throws Exception {
        start(WebOptions.builder().httpCompression(false));
        String query = client.open();
        client.post(query, "4" + "x".repeat(5000));
        assertEquals("", header(client.getBytes(query, "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void extensions_areTheContainers_whereAllowed(boolean allowed) throws Exception {
        start(WebOptions.builder().perMessageDeflate(allowed));
        WebSocketContainer container = ContainerProvider.getWebSocketContainer();
        List<Extension> asked = List.copyOf(container.getInstalledExtensions());
        URI uri = URI.create("ws" + tomcat.url(WEBSOCKET).substring(4));
        Endpoint silent = new Endpoint() {
            @Override
            public void onOpen(Session session, EndpointConfig config) {}
        };
        try (Session session = container.connectToServer(
                silent, ClientEndpointConfig.Builder.create().extensions(asked).build(), uri)) {
            assertEquals(allowed ? 1 : 0, session.getNegotiatedExtensions().size());
        }
    }

    @Test
    void preflight_isAnswered_asTheOptionsSay() throws Exception {
        start(WebOptions.builder()
                .corsOrigin(List.of("https://friend.com"))
                .corsCredentials(false)
                .corsMethods(List.of("GET", "POST", "PUT"))
                .corsAllowedHeaders(List.of("X-Token"))
                .corsMaxAge(Duration.ofMinutes(10)));
        HttpResponse<String> answer = client.send(
                "OPTIONS",
                POLLING,
                BodyPublishers.noBody(),
                "Origin",
                "https://friend.com",
                "Access-Control-Request-Headers",
                "x-other");
        assertEquals(204, answer.statusCode());
        assertEquals("https://friend.com", header(answer, "Access-Control-Allow-Origin"));
        assertEquals("", header(answer, "Access-Control-Allow-Credentials"));
        assertEquals("GET, POST, PUT", header(answer, "Access-Control-Allow-Methods"));
        assertEquals("X-Token", header(answer, "Access-Control-Allow-Headers"));
        assertEquals("600", header(answer, "Access-Control-Max-Age"));
    }

    @Test
    void transports_thatAreOff_areUnknown() throws Exception {
        start(
                EngineOptions.builder().transports(List.of(EngineOptions.WEBSOCKET)),
                WebOptions.builder(),
                (socket, handshake) -> EngineTomcat.echo(socket));
        assertEquals(
                "{\"code\":0,\"message\":\"Transport unknown\"}",
                client.get(POLLING).body());
        client.webSocket(WEBSOCKET).abort();
    }

    @Test
    void upgrade_isNotOffered_andRefused_whenThatIsOff() throws Exception {
        start(
                EngineOptions.builder().allowUpgrades(false),
                WebOptions.builder(),
                (socket, handshake) -> EngineTomcat.echo(socket));
        assertTrue(client.get(POLLING).body().contains("\"upgrades\":[]"));
        String sid = client.open().substring(POLLING.length());
        assertEquals(400, client.refusedWebSocket(WEBSOCKET + sid));
    }

    @Test
    void slash_mayBeLeftOut_whereTheOptionsSaySo() throws Exception {
        start(WebOptions.builder().addTrailingSlash(false));
        assertEquals(200, client.get(POLLING).statusCode());
        EngineClient.Channel channel = client.webSocketAt("/engine.io?" + WEBSOCKET);
        assertTrue(channel.next().startsWith("0{"));
        channel.abort();
    }

    @Test
    void clientFiles_areNotFound_whereThereAreNone() throws Exception {
        start(WebOptions.builder());
        assertEquals(404, client.file("socket.io.js").statusCode());
        assertEquals(404, client.file("nothing").statusCode());
    }

    @Test
    void clientFiles_areServed_theNewestOfAWebJar() throws Exception {
        start(WebOptions.builder());
        write("webjars/socket.io-client/4.8.1/dist/socket.io.min.js", "new");
        write("webjars/socket.io-client/4.10.0/dist/socket.io.min.js", "newest");
        write("webjars/socket.io-client/4.10.0/dist/socket.io.min.js.map", "{}");
        HttpResponse<String> file = client.file("socket.io.min.js");
        assertEquals("newest", file.body());
        assertEquals(
                "application/javascript;charset=utf-8",
                header(file, "Content-Type").replace(" ", ""));
        assertEquals("application/json", header(client.file("socket.io.min.js.map"), "Content-Type"));
        String tag = header(file, "ETag");
        assertEquals(304, client.file("socket.io.min.js", "If-None-Match", tag).statusCode());
        assertEquals(
                200,
                client.file("socket.io.min.js", "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void clientFiles_ofTheApplication_comeFirst_andNoOtherNames() throws Exception {
        start(WebOptions.builder());
        write("WEB-INF/socket.io-client/socket.io.esm.min.js", "own");
        write("WEB-INF/socket.io-client/secret.js", "secret");
        write("webjars/socket.io-client/4.8.1/dist/socket.io.esm.min.js", "jar");
        assertEquals("own", client.file("socket.io.esm.min.js").body());
        assertEquals(404, client.file("secret.js").statusCode());
    }

    @Test
    void clientFiles_areNotServed_whenThatIsOff() throws Exception {
        start(WebOptions.builder().serveClient(false));
        write("WEB-INF/socket.io-client/socket.io.js", "own");
        assertEquals(404, client.file("socket.io.js").statusCode());
    }

    private void write(String file, String content) throws Exception {
        Path path = tomcat.base().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
