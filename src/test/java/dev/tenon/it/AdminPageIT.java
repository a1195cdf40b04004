package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tenon.Tenon;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.admin.PasswordHash;
import dev.tenon.web.TomcatApp;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of {@code @socket.io/admin-ui} as npm has it, in a browser, served by the application that it looks at. */
class AdminPageIT {
    private static final Path PAGE = Path.of("test-classes/node/node_modules/@socket.io/admin-ui/ui/dist");

    private static final CompletableFuture<String> JOINED = new CompletableFuture<>();
    private static final CompletableFuture<String> LEFT = new CompletableFuture<>();

    private static Chromium chromium;
    private static TomcatApp app;
    private static Realtime io;

    private final Screens screens = new Screens("admin");

    @BeforeAll
    static void start() throws Exception {
        Node.fetchPackages();
        chromium = new Chromium();
        app = TomcatApp.at("", Build.target(PAGE.toString()))
                .param("tenon.realtime.admin.username", "root")
                .param("tenon.realtime.admin.password", PasswordHash.of("changeit"))
                .param("tenon.realtime.admin.serverId", "server one");
        app.context().setContainerSciFilter(WsSci.class.getName());
        app.context().addServletContainerInitializer(new WsSci(), Set.of());
        app.start();
        io = Tenon.of(app.servletContext()).realtime();
        io.onConnection(socket -> socket.on("hello", args -> socket.emit("welcome", args.text(0))));
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        app.close();
    }

    /** Returns a client that is connected. */
    private static Socket client() throws Exception {
        IO.Options options = IO.Options.builder()
                .setTransports(new String[] {"websocket"})
                .setForceNew(true)
                .build();
        CompletableFuture<String> connected = new CompletableFuture<>();
        Socket client = IO.socket(app.uri("/"), options);
        client.on(Socket.EVENT_CONNECT, args -> connected.complete("connected"));
        client.on(Socket.EVENT_DISCONNECT, args -> LEFT.complete((String) args[0]));
        client.on("from the page", args -> JOINED.complete((String) args[0]));
        client.connect();
        now(connected);
        return client;
    }

    private static String now(CompletableFuture<String> what) throws Exception {
        return what.get(20, TimeUnit.SECONDS);
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("Username").fill("root");
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect"))
                .click();
    }

    private static void go(Page page, String to) {
        page.locator("nav a").filter(new Locator.FilterOptions().setHasText(to)).click();
    }

    private static Locator row(Page page, String text) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    void page_signsIn_looks_andObeysItsButtons() throws Exception {
        Socket client = client();
        String id = client.id();
        try {
            io.socket(id).orElseThrow().join("orders");
            Page page = chromium.open(app.uri("/index.html").toString());
            page.getByLabel("Server URL")
                    .fill("http://127.0.0.1:" + app.uri("/").getPort());
            signIn(page, "guess");
            assertThat(page.getByText("Invalid credentials")).isVisible();
            signIn(page, "changeit");
            assertThat(page.getByLabel("Password")).isHidden();

            go(page, "Servers");
            assertThat(row(page, "server one")).isVisible();
            go(page, "Sockets");
            assertThat(row(page, id)).containsText("127.0.0.1");
            row(page, id).click();
            assertThat(row(page, "orders")).isVisible();
            page.locator("main form input[type=text]").fill("vip");
            page.locator("main form button[type=submit]").click();
            assertThat(row(page, "vip")).isVisible();
            io.to("vip").emit("from the page", "you are in");
            assertEquals("you are in", now(JOINED));
            screens.take(page, "socket", Screens.Size.DESKTOP);

            client.emit("hello", "Ann");
            go(page, "Events");
            assertThat(row(page, "welcome")).isVisible();
            screens.take(page, "events", Screens.Size.DESKTOP);
            page.reload(); // it comes back with its session
            go(page, "Rooms");
            assertThat(row(page, "orders")).isVisible();
            go(page, "Dashboard");
            assertThat(page.locator("main").getByText("/admin")).isVisible();
            screens.take(page, "dashboard", Screens.Size.DESKTOP);
            go(page, "Sockets");
            row(page, id).getByRole(AriaRole.BUTTON).click();
            assertEquals("io server disconnect", now(LEFT));
            assertEquals(List.of(), chromium.errors());
        } finally {
            client.close();
        }
    }
}
